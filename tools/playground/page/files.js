// Scenarios of one's own: opened from disk, made from counts, or typed.

const kOwn = "own.yaml";
const kSizes = [["practices", "Practices", 23, 1], ["networks", "PCNs", 5, 0], ["federations", "Federations", 1, 0], ["lmcs", "LMCs", 1, 0], ["acute", "Acute trusts, a vote each", 2, 0], ["councils", "Councils, a vote each", 2, 0], ["seats", "Votes on the board (officers take what is left)", 12, 2]];

function drawMaker(page) {
  const inputs = kSizes.map(([name, , standard, least]) => make("input", { type: "number", id: "size-" + name, min: least, max: 10000, value: standard, required: true }));
  const why = make("p", { class: "advice", role: "status" });
  const build = async () => {
    const sizes = Object.fromEntries(kSizes.map(([name], row) => [name, Math.max(0, Math.round(Number(inputs[row].value) || 0))]));
    const made = await page.crew.first.ask({ ask: "make", ...sizes });
    why.textContent = made.problems ? made.problems[0].message : "";
    if (!made.problems) await page.own(made.text);
  };
  fill(by("maker"), make("fieldset", {}, make("legend", {}, "An area of your own"),
    make("div", { class: "maker-grid" }, ...kSizes.flatMap(([name, label], row) => [make("label", { for: "size-" + name }, label), inputs[row]])),
    why, make("p", { class: "row" }, make("button", { type: "button", onclick: build }, "Make and play it"))));
}

async function openFiles(page, list) {
  const files = {};
  let main = null;
  for (const file of list) {
    files[file.name] = await file.text();
    if (/\.ya?ml$/i.test(file.name) && (!main || /^(arms|levers):/m.test(files[file.name]))) main = file.name;
  }
  if (!main) main = list[0]?.name;
  if (!main) return;
  const text = files[main];
  delete files[main];
  if (Object.keys(files).length) await page.crew.all({ ask: "files", files });
  await page.own(text);
}

// Told as it is typed, by an engine that is not busy with the page.
async function advise(page) {
  const text = by("text").value;
  await page.crew.first.ask({ ask: "files", files: { "typed.yaml": text } });
  const found = (await page.crew.first.ask({ ask: "check", file: "typed.yaml" })).found;
  if (text !== by("text").value) return;
  const errors = found.filter((problem) => problem.severity === "error").length;
  by("advice").classList.toggle("sound", errors === 0);
  fill(by("advice"), make("p", {}, errors ? `${errors} thing${errors > 1 ? "s are" : " is"} wrong.` : "Sound: it can be played."),
    found.length ? make("ul", {}, ...found.slice(0, 40).map((problem) => {
      const item = problemItem(problem);
      if (problem.line > 0) item.prepend(make("button", { type: "button", class: "place", onclick: () => goToLine(problem.line) }, "show"));
      return item;
    })) : null);
}

function goToLine(line) {
  const area = by("text"), lines = area.value.split("\n");
  const from = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  area.focus();
  area.setSelectionRange(from, from + (lines[line - 1] || "").length);
  area.scrollTop = (line - 4) * parseFloat(getComputedStyle(area).lineHeight);
}

function listenToFiles(page) {
  let typing = 0;
  by("open-file").addEventListener("click", () => by("file").click());
  by("file").addEventListener("change", () => openFiles(page, [...by("file").files]).then(() => (by("file").value = "")));
  by("make-one").addEventListener("click", () => {
    by("maker").hidden = !by("maker").hidden;
    if (!by("maker").hidden) by("size-practices").focus();
  });
  by("text").addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => advise(page), 350);
  });
  by("use-text").addEventListener("click", () => page.own(by("text").value));
  by("editor").addEventListener("toggle", () => {
    if (by("editor").open) by("text").value = page.textOf();
  });
  by("download").addEventListener("click", () => page.download());
}
