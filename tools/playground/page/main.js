// The page: what is set, and the loop that plays it: a few futures first, more as long as nothing newer was asked.

const kFirst = 32, kAll = 200, kFirstInfluence = 32, kInfluence = 96;
const kPatience = 60; // [ms] that a slice of futures should take, so that a slider never waits long
const library = JSON.parse(by("library").textContent);

const page = {
  crew: null, info: null, knobs: [], found: null, state: null, ownText: "",
  turn: 0, opened: "", paired: "", perFuture: 1, // [ms]

  mixed() {
    return this.state.levers !== null || [...this.state.settings.keys()].some((path) => path.startsWith("arms.yours"));
  },
  levers() {
    if (this.state.levers !== null) return this.state.levers;
    return this.info.arms.find((arm) => arm.name === this.state.arm)?.levers ?? [];
  },
  pull(lever, on) {
    const pulled = new Set(this.levers());
    if (on) pulled.add(lever);
    else pulled.delete(lever);
    this.state.levers = this.info.levers.map((one) => one.name).filter((name) => pulled.has(name));
    this.state.arm = "yours";
    this.play();
  },
  hold(path, value) {
    if (value === null) this.state.knobs.delete(path);
    else this.state.knobs.set(path, value);
    this.play();
  },
  set(path, value) {
    if (value === null) this.state.settings.delete(path);
    else this.state.settings.set(path, String(value));
    this.play();
  },
  // Several settings at once.
  change(alter) {
    alter(this.state.settings);
    this.play();
  },
  labelOf(which) {
    return this.info.arms.find((arm) => arm.name === this.state[which])?.label ?? "";
  },
  yours() {
    return `{label: A mix of your own, levers: [${this.levers().join(", ")}]}`;
  },
  settings(all) {
    const list = [];
    if (this.mixed()) list.push(["arms.yours", this.yours()]);
    for (const setting of this.state.settings) list.push(setting);
    if (all) for (const [path, value] of this.state.knobs) list.push([path, String(value)]);
    return list;
  },
  textOf() {
    return this.state.scenario === kOwn ? this.ownText : library.files[this.state.scenario];
  },
  async own(text) {
    this.ownText = text;
    by("text").value = text;
    await this.crew.all({ ask: "files", files: { [kOwn]: text } });
    this.opened = "";
    this.choose({ scenario: kOwn });
  },
  // Another scenario or task: what was set for the last one is forgotten.
  choose(given) {
    this.state = { base: "", arm: "", lesson: "", levers: null, settings: new Map(), knobs: new Map(), ...given };
    if (by("editor").open) by("text").value = this.textOf();
    drawScenarios();
    drawTasks();
    this.play();
  },
  async download() {
    const made = await this.crew.first.ask({ ask: "text", file: this.state.scenario, settings: this.settings(true) });
    if (made.problems) showProblems(made.problems);
    else save(this.state.scenario.replace(/\.yaml$/, "") + "-from-the-page.yaml", made.text, "text/yaml");
  },

  async open() {
    const asked = { ask: "open", file: this.state.scenario, settings: this.settings(false) };
    const key = JSON.stringify(asked);
    if (key === this.opened) return true;
    this.opened = this.paired = "";
    const info = await this.crew.all(asked);
    if (info.problems) {
      showProblems(info.problems);
      return false;
    }
    this.opened = key;
    this.info = info;
    return true;
  },
  pickArms() {
    const names = this.info.arms.map((arm) => arm.name), { state } = this;
    if (!names.includes(state.base)) state.base = this.info.baseline;
    if (this.mixed()) state.arm = "yours";
    else if (!names.includes(state.arm) || state.arm === state.base) state.arm = names.find((name) => name !== state.base && name !== "yours") ?? "";
  },
  async pair() {
    this.pickArms();
    if (!this.state.arm) {
      showProblems([{ message: "this scenario has one arm only: there is nothing to compare it with", hint: "give it a second arm, or levers to mix" }]);
      return false;
    }
    const key = JSON.stringify([this.opened, this.state.base, this.state.arm]);
    if (key === this.paired) return true;
    const answer = await this.crew.all({ ask: "pair", base: this.state.base, arm: this.state.arm });
    if (answer.problems) {
      showProblems(answer.problems);
      return false;
    }
    this.paired = key;
    this.knobs = answer.knobs;
    if (this.adopt()) return this.open().then((done) => done && this.pair());
    drawComparison(this);
    drawKnobs(this);
    return true;
  },
  // Settings of the address that are numbers of these arms become knobs; knobs that are gone are forgotten.
  adopt() {
    const known = new Map(this.knobs.map((knob) => [knob.path, knob]));
    for (const path of [...this.state.knobs.keys()]) if (!known.has(path)) this.state.knobs.delete(path);
    return [...this.state.settings].some(([path, value]) => {
      const knob = known.get(path), number = Number(value);
      if (!knob || value.trim() === "" || !(number >= knob.low && number <= knob.high)) return false;
      this.state.knobs.set(path, number);
      this.state.settings.delete(path);
      return true;
    });
  },

  // Stale once something else was asked for.
  async play() {
    const mine = ++this.turn, stale = () => mine !== this.turn;
    if (!this.crew) return;
    by("sections").classList.add("stale");
    await new Promise((ready) => setTimeout(ready, 0)); // several changes at once are one
    if (stale() || !(await this.open()) || stale() || !(await this.pair()) || stale()) return;
    history.replaceState(null, "", writeAddress(this.state));
    showProblems([]);
    const fixed = await this.crew.all({ ask: "fix", knobs: Object.fromEntries(this.state.knobs) });
    if (stale()) return;
    if (fixed.problems) return showProblems(fixed.problems);
    const all = this.info.stochastic ? kAll : 1, first = Math.min(kFirst, all);
    let known = 0;
    while (known < all) {
      const goal = known < first ? first : all;
      const slice = Math.max(8, Math.floor(kPatience / this.perFuture / 8) * 8), count = Math.min(slice, goal - known);
      const began = performance.now();
      const played = await this.crew.play(known, count, stale);
      if (stale() || played === null) return;
      if (played.problems) return showProblems(played.problems);
      this.perFuture = Math.max(0.05, (performance.now() - began) / count);
      known += count;
      if (known === first || known === all) await this.show(known, all, stale);
      if (stale()) return;
    }
  },
  async show(known, all, stale) {
    const found = await this.crew.first.ask({ ask: "show", influence: known < all ? kFirstInfluence : kInfluence });
    if (stale()) return;
    if (found.problems) return showProblems(found.problems);
    this.found = found;
    drawResult(found);
    drawLesson(this);
    by("progress").textContent = known < all ? `From the first ${known} futures; more are being played.` : `From ${known} future${known > 1 ? "s" : ""}, the same luck in both; seed ${this.info.seed}.`;
    if (!page.firstResult) page.firstResult = performance.now(); // [ms] since the page was opened
    document.documentElement.dataset.known = known;
  },
};

function drawScenarios() {
  const list = library.starters.map(({ file, title }) => [file, title]);
  if (page.ownText) list.push([kOwn, "Your own"]);
  choose(by("scenario"), list, page.state.scenario);
}

function drawTasks() {
  const link = (href, text, current) => make("li", {}, make("a", { href, "aria-current": current ? "page" : null }, text));
  fill(by("tasks"), link("#", "Explore", !page.state.lesson), ...kLessons.map((lesson) => link("#lesson=" + lesson.id, lesson.title, page.state.lesson === lesson.id)));
}

function goTo(hash) {
  const given = readAddress(hash);
  const lesson = kLessons.find((one) => one.id === given.lesson);
  if (lesson && !given.scenario) Object.assign(given, lessonStart(lesson));
  const known = given.scenario === kOwn ? page.ownText : library.files[given.scenario];
  if (!known) given.scenario = library.starters[0].file;
  forgetLesson();
  page.choose(given);
}

function listen() {
  by("scenario").addEventListener("change", (event) => page.choose({ scenario: event.target.value }));
  by("base").addEventListener("change", (event) => { page.state.base = event.target.value; page.play(); });
  by("arm").addEventListener("change", (event) => {
    const { value } = event.target;
    page.state.levers = value === "yours" ? page.levers() : null;
    if (value !== "yours") for (const path of [...page.state.settings.keys()]) if (path.startsWith("arms.yours")) page.state.settings.delete(path);
    page.state.arm = value;
    page.play();
  });
  by("focus").addEventListener("change", (event) => page.set("focus", event.target.value));
  by("find").addEventListener("input", () => drawKnobs(page));
  by("free").addEventListener("click", () => { page.state.knobs.clear(); drawKnobs(page); page.play(); });
  by("luck").addEventListener("click", () => page.set("seed", Number(page.info?.seed ?? 1) + 1));
  by("controls").addEventListener("submit", (event) => event.preventDefault());
  by("tasks").addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    history.pushState(null, "", link.getAttribute("href"));
    goTo(location.hash);
    by("results").scrollIntoView();
  });
  addEventListener("hashchange", () => goTo(location.hash));
  addEventListener("popstate", () => goTo(location.hash));
  listenToCharts();
  listenToFiles(page);
}

async function begin() {
  listen();
  drawMaker(page);
  goTo(location.hash);
  page.crew = await Crew.hired(library.files);
  page.play();
}

window.cloutPage = page; // for tests and the curious
begin().catch((trouble) => {
  by("headline").textContent = "This browser cannot run the engine";
  by("progress").textContent = `${trouble.message}. It needs WebAssembly with exceptions: a Chromium, Firefox or Safari of 2022 or later.`;
});
