// The crew: one engine a worker, of which the first also draws. Nothing here knows what is asked.

async function unpacked(base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

class Engine {
  constructor(source) {
    this.worker = new Worker(source);
    this.waiting = new Map();
    this.next = 1;
    this.worker.onmessage = ({ data }) => {
      this.waiting.get(data.id)(data);
      this.waiting.delete(data.id);
    };
  }
  post(message, transfer = []) {
    const id = this.next++;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.worker.postMessage({ id, ...message }, transfer);
    });
  }
  async ask(ask) {
    return (await this.post({ ask })).answer;
  }
}

class Crew {
  // Engines that play besides the one that draws are worth it where there are processors for them.
  static async hired(files) {
    const crew = new Crew();
    const module = await WebAssembly.compile(await unpacked(document.getElementById("wasm").textContent));
    const source = URL.createObjectURL(new Blob([document.getElementById("worker").textContent], { type: "text/javascript" }));
    const count = Math.max(1, Math.min((navigator.hardwareConcurrency || 2) - 1, 4));
    crew.engines = Array.from({ length: count }, () => new Engine(source));
    await Promise.all(crew.engines.map((engine) => engine.post({ module })));
    await crew.all({ ask: "files", files });
    return crew;
  }
  get first() {
    return this.engines[0];
  }
  // The same of every engine; the first one's answer.
  async all(ask) {
    return (await Promise.all(this.engines.map((engine) => engine.ask(ask))))[0];
  }
  // Futures first … first + count − 1, shared out; kept by the first engine. False where `stale` came true.
  async play(first, count, stale) {
    const each = Math.ceil(count / this.engines.length / 8) * 8;
    const parts = [];
    for (let at = first; at < first + count; at += each) parts.push([at, Math.min(each, first + count - at)]);
    const played = await Promise.all(parts.map(([at, some], row) => this.engines[row].post({ ask: { ask: "play", first: at, count: some } })));
    if (stale()) return null;
    for (const [row, [at, some]] of parts.entries()) {
      if (played[row].answer.problems) return played[row].answer;
      const { values } = played[row];
      const kept = (await this.first.post({ ask: { ask: "take", first: at, count: some }, values }, [values.buffer])).answer;
      if (kept.problems || stale()) return stale() ? null : kept;
    }
    return {};
  }
}
