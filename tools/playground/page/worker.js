// One engine in a thread of its own. Messages: {id, ask, values?}; answers: {id, answer, values?}.
let engine = null;

async function begin(module) {
  engine = await createEngine({
    instantiateWasm(imports, ready) {
      WebAssembly.instantiate(module, imports).then((instance) => ready(instance, module));
      return {};
    },
  });
}

function answerTo(ask) {
  const request = JSON.stringify(ask);
  const size = engine.lengthBytesUTF8(request) + 1;
  const at = engine._malloc(size);
  engine.stringToUTF8(request, at, size);
  const answer = engine.UTF8ToString(engine._clout_answer(at));
  engine._free(at);
  return answer;
}

function respond(ask, values) {
  if (values) engine.HEAPF64.set(values, engine._clout_room(values.length) >> 3);
  const answer = JSON.parse(answerTo(ask));
  if (ask.ask !== "play" || answer.problems) return [answer, null];
  const at = engine._clout_values() >> 3;
  return [answer, engine.HEAPF64.slice(at, at + engine._clout_values_size())];
}

self.onmessage = async ({ data }) => {
  if (data.module) {
    await begin(data.module);
    self.postMessage({ id: data.id, answer: {} });
    return;
  }
  let answer, values = null;
  try {
    [answer, values] = respond(data.ask, data.values);
  } catch (trouble) {
    answer = { problems: [{ severity: "error", message: "the engine stopped: " + trouble.message, text: "the engine stopped: " + trouble.message }], broken: true };
  }
  self.postMessage({ id: data.id, answer, values }, values ? [values.buffer] : []);
};
