// Everything on the left: what is compared, and the numbers that may be moved.

function drawComparison(page) {
  const { info, state } = page;
  const arms = info.arms.filter((arm) => arm.name !== "yours").map((arm) => [arm.name, arm.label]);
  choose(by("base"), arms, state.base);
  const mix = page.mixed() || info.levers.length ? [["yours", "A mix of your own"]] : [];
  choose(by("arm"), [...arms.filter(([name]) => name !== state.base), ...mix], state.arm);
  choose(by("focus"), info.sectors.map((sector) => [sector.name, sector.label]), info.focus);
  by("summary").textContent = info.summary || info.title;
  const pulled = page.levers();
  const boxes = info.levers.map((lever) =>
    make("label", { class: "check" },
      make("input", { type: "checkbox", checked: pulled.includes(lever.name), onchange: (event) => page.pull(lever.name, event.target.checked) }),
      make("span", { dir: "auto" }, lever.label)));
  const at = [...by("levers").querySelectorAll("input")].indexOf(document.activeElement);
  by("levers").hidden = boxes.length === 0;
  fill(by("levers"), make("legend", {}, "Its levers"), ...boxes);
  by("levers").querySelectorAll("input")[at]?.focus({ preventScroll: true });
}

const groupsOpen = new Set();

function knobRow(page, knob, row) {
  const id = "knob" + row, fixed = page.state.knobs.has(knob.path);
  const value = fixed ? page.state.knobs.get(knob.path) : knob.median;
  const varies = `varies, ${short(knob.low)} to ${short(knob.high)}`;
  const says = make("output", { for: id }, fixed ? short(value) : varies);
  const slider = make("input", { type: "range", id, min: knob.low, max: knob.high, step: "any", value, "aria-valuetext": fixed ? short(value) : varies, title: knob.help });
  const holder = make("div", { class: fixed ? "knob fixed" : "knob" });
  slider.addEventListener("input", () => {
    const held = Math.min(knob.high, Math.max(knob.low, Number(Number(slider.value).toPrecision(5))));
    holder.classList.add("fixed");
    says.textContent = short(held);
    slider.setAttribute("aria-valuetext", short(held));
    page.hold(knob.path, held);
  });
  const free = make("button", { type: "button", onclick: () => {
    holder.classList.remove("fixed");
    says.textContent = varies;
    slider.value = knob.median;
    slider.setAttribute("aria-valuetext", varies);
    page.hold(knob.path, null);
    slider.focus();
  } }, "let it vary", make("span", { class: "hidden" }, ": " + knob.label));
  holder.append(make("label", { for: id, dir: "auto" }, knob.label, knob.lever ? make("span", { class: "lever" }, ` under “${knob.lever}”`) : null), slider, make("div", { class: "says" }, says, free));
  return holder;
}

function drawKnobs(page) {
  const words = by("find").value.trim().toLowerCase();
  const groups = new Map();
  for (const [row, knob] of page.knobs.entries()) {
    const text = `${knob.group} ${knob.label} ${knob.help} ${knob.lever} ${knob.path}`.toLowerCase();
    if (words && !words.split(/\s+/).every((word) => text.includes(word))) continue;
    if (!groups.has(knob.group)) groups.set(knob.group, []);
    groups.get(knob.group).push(knobRow(page, knob, row));
  }
  const few = words && groups.size <= 6;
  fill(by("knobs"), ...[...groups].map(([name, rows]) => {
    const details = make("details", { open: few || groupsOpen.has(name) }, make("summary", { dir: "auto" }, `${name} (${rows.length})`), ...rows);
    details.addEventListener("toggle", () => (details.open ? groupsOpen.add(name) : groupsOpen.delete(name)));
    return details;
  }));
  if (groups.size === 0) fill(by("knobs"), make("p", { class: "small" }, page.knobs.length ? "No number is called so." : "No number of these arms is uncertain."));
}
