// Everything on the right: what the engine found, drawn by the engine.

function drawResult(found) {
  const sections = by("sections"), active = document.activeElement;
  const open = new Set([...sections.querySelectorAll("figure details[open]")].map((one) => one.closest("figure").id));
  const figure = sections.contains(active) ? active.closest("figure") : null;
  const at = figure ? [figure.id, [...figure.querySelectorAll("a,button,summary,[tabindex]")].indexOf(active)] : null;
  const height = sections.offsetHeight;
  sections.style.minHeight = height + "px"; // so that nothing below jumps while it is replaced
  sections.innerHTML = found.html;
  sections.querySelectorAll("button.svg,button.another").forEach((button) => (button.hidden = false));
  open.forEach((id) => by(id)?.querySelector("details")?.setAttribute("open", ""));
  if (at) by(at[0])?.querySelectorAll("a,button,summary,[tabindex]")[at[1]]?.focus({ preventScroll: true });
  sections.style.minHeight = "";
  sections.classList.remove("stale");
  by("headline").textContent = found.headline || "These two cannot be told apart by a finding";
}

function saveChart(figure, name) {
  const wide = figure.querySelector(".wide");
  save(name + ".svg", (wide.offsetParent === null ? figure.querySelector(".narrow") : wide).innerHTML, "image/svg+xml");
}

function stepFuture(figure, button) {
  const count = figure.querySelectorAll(".wide .future").length, at = (Number(button.dataset.at ?? -1) + 1) % (count + 1);
  button.dataset.at = at;
  figure.classList.toggle("stepping", at < count);
  figure.querySelectorAll(".future").forEach((one) => one.classList.toggle("shown", one.classList.contains("future-" + at)));
  button.textContent = at < count ? `Another future (${at + 1} of ${count} shown)` : "Another future";
}

function listenToCharts() {
  by("sections").addEventListener("click", (event) => {
    const button = event.target.closest("button"), figure = event.target.closest("figure");
    if (!button || !figure) return;
    if (button.classList.contains("svg")) saveChart(figure, button.dataset.name);
    if (button.classList.contains("another")) stepFuture(figure, button);
  });
}

function problemItem(problem) {
  const at = problem.line > 0 ? make("strong", {}, `Line ${problem.line}: `) : null;
  const where = problem.path ? make("code", {}, problem.path) : null;
  return make("li", { dir: "auto" }, at, where, where ? " " : null, problem.message, problem.hint ? `; ${problem.hint}` : null);
}

function showProblems(problems) {
  by("problems").hidden = problems.length === 0;
  if (!problems.length) return;
  const shown = problems.slice(0, 40);
  fill(by("problems"), make("h2", {}, problems.length === 1 ? "One thing is wrong" : `${problems.length} things are wrong`),
    make("ul", {}, ...shown.map(problemItem)), problems.length > shown.length ? make("p", {}, `and ${problems.length - shown.length} more.`) : null);
  by("headline").textContent = "This scenario cannot be played yet";
  fill(by("sections"));
  by("progress").textContent = "";
}
