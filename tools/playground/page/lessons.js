// Lessons: a scenario to begin with, a bet, an instrument to play on, things to notice and to try, what the state is in
// words, and a puzzle. What whoever leads the class may expect stands in ../lessons/*.json, which a test holds.

const kCare = "More money for a sector is not better care: the model knows money and who decides it, not patients.";
const kYours = "arms.yours.patch.";
const last = (list) => list[list.length - 1];
const oneIn = (part) => (part > 0 ? "1 in " + Math.round(1 / part).toLocaleString("en-GB") : "none");
const perCent = (part, digits = 1) => (100 * part).toFixed(digits) + " %";
const money = (value) => (value < 0 ? "−" : "") + "£" + Math.abs(value).toFixed(2);
const signed = (value) => (Math.abs(value) < 0.005 ? "£0.00" : (value < 0 ? "−" : "+") + "£" + Math.abs(value).toFixed(2));
// Of parts that may be very small: 12 %, 0.034 %.
const finePerCent = (part) => (part > 0 ? Number((100 * part).toPrecision(2)).toLocaleString("en-GB", { maximumFractionDigits: 9 }) + " %" : "nothing");

function gain(found) {
  return found.figures["per_patient.general_practice"].difference;
}

// "A gain of £0.11 to £0.58 a patient (nine futures in ten)"
function gainWords(found) {
  const { p05, p95 } = gain(found);
  return `contested money of general practice: ${signed(p05)} to ${signed(p95)} a patient a year in nine futures of ten`;
}

const kMessage = {
  id: "message", title: "The message that shrinks", file: "greater-manchester.yaml", base: "fragmented", arm: "united",
  lead: "A practice in Bolton says what the money should be spent on. Its PCN says something for all its practices, the GP leads of Bolton for all PCNs, and so on, up to seven tiers, before a board decides.",
  bet: { ask: "How many of the words of the decisions are still that practice's own?", options: ["1 in 100", "1 in 1,000", "Fewer than 1 in 20,000"],
    answer: (found) => `As it is, ${oneIn(found.ladder_ends_at[0])}. There are some four hundred practices and a dozen kinds of other members: being one voice among many is most of it, but not all.` },
  notice: ["Steps are on a scale of powers of ten, because a voice is a product: each tier keeps a part of what reaches it.",
    "Two things happen on the way. The message is diluted: the words of others come in, as they must when somebody speaks for many. And it is lost: what is left weighs less, where members do not stand behind what is said for them.",
    "Dilution is shared; loss is not. The words that practices lose between them are written by somebody else."],
  tries: ["Pull the lever for a mandate alone, then that for one voice alone. Which keeps more?", "Find “fidelity” among the uncertain numbers and hold it at its lowest. Then do the same with a mandate.", "Leave out feedback: a mandate that is not fed back wears off."],
  state(found) {
    const [base, arm] = found.ladder_ends_at, general = found.authors.find((author) => author.name === "general_practice");
    const climb = (rungs) => rungs.filter((rung) => !rung.seat), lost = (rungs) => Math.min(...climb(rungs).map((rung) => rung.weighs));
    return `From “${page.labelOf("base")}” to “${page.labelOf("arm")}”: of the words of the decisions, ${oneIn(base)} become ${oneIn(arm)} that are one practice's own. Where its voice is weakest, ${finePerCent(lost(found.ladder[0]))} of its weight is left, and ${finePerCent(lost(found.ladder[1]))} after the change. All practices together wrote ${perCent(general.part[0])} of the decisions; now ${perCent(general.part[1])}.`;
  },
  puzzle: { ask: "With at most two levers, keep at least 1 word in 12,500.", solved: (found) => page.levers().length <= 2 && 1 / found.ladder_ends_at[1] <= 12500 },
  end: "A message can be kept whole by speaking for fewer, or by being stood behind by more.",
  charts: ["chart-voice", "chart-map", "chart-authors"],
};

// Whose chairs they are, how many there are, and what entries share one of them.
const kSeats = [
  { label: "Executives", count: 4, entries: { officer: 1 }, style: "officers" },
  { label: "Chair and independents", count: 3, entries: { independent: 1 }, style: "" },
  { label: "Trusts", count: 1, entries: { acute_trust: 0.4, mh_trust: 0.3, community_trust: 0.3 }, style: "" },
  { label: "Council", count: 1, entries: { council: 1 }, style: "" },
  { label: "General practice", count: 1, entries: { primary_care: 1 }, style: "focus" },
];
const kSeatPath = kYours + "bodies.board.members.";
const kSectorOf = { officer: "system", independent: "system", acute_trust: "acute", mh_trust: "mental_health", council: "local_authority", community_trust: "community", primary_care: "general_practice" };

function seatsOf(state) {
  return kSeats.map(({ count, entries }) => {
    const [entry, part] = Object.entries(entries)[0], votes = state.settings.get(`${kSeatPath}${entry}.votes`);
    return votes === undefined ? count : Math.round(Number(votes) / part);
  });
}

// A chair goes from one side to another; ten stay ten.
function moveChair(from, to) {
  const seats = seatsOf(page.state);
  if (from === to || seats[from] < 1) return;
  seats[from] -= 1;
  seats[to] += 1;
  page.change((settings) => kSeats.forEach(({ count, entries }, row) => {
    for (const [entry, part] of Object.entries(entries)) {
      const path = `${kSeatPath}${entry}.votes`;
      if (seats[row] === count) settings.delete(path);
      else settings.set(path, String(Number((seats[row] * part).toFixed(3))));
    }
  }));
}

function drawChairs(holder) {
  const seats = seatsOf(page.state), chairs = [];
  seats.forEach((count, row) => {
    for (let i = 0; i < count; ++i) {
      const chair = make("li", { class: kSeats[row].style, draggable: "true" }, make("span", { class: "seat", "aria-hidden": "true" }), kSeats[row].label);
      chair.addEventListener("dragstart", (event) => event.dataTransfer.setData("text/plain", String(row)));
      chairs.push(chair);
    }
  });
  const steppers = kSeats.map(({ label }, row) => {
    const line = make("div", { class: "stepper" },
      make("button", { type: "button", disabled: seats[row] === 0 || row === 0, "aria-label": `One chair from ${label} to the executives`, onclick: () => moveChair(row, 0) }, "−"),
      make("output", {}, String(seats[row])),
      make("button", { type: "button", disabled: seats[0] === 0 || row === 0, "aria-label": `One chair from the executives to ${label}`, onclick: () => moveChair(0, row) }, "+"),
      make("span", {}, label));
    line.addEventListener("dragover", (event) => event.preventDefault());
    line.addEventListener("drop", (event) => {
      event.preventDefault();
      moveChair(Number(event.dataTransfer.getData("text/plain")), row);
    });
    return line;
  });
  const bloc = page.state.settings.has(kSeatPath + "officer.bloc");
  fill(holder, make("h2", {}, "The ten chairs"), make("ul", { class: "chairs", "aria-label": "Chairs" }, ...chairs),
    make("p", { class: "small" }, "Drag a chair to another's line, or use the buttons: chairs come from the executives and go back to them."),
    make("div", { class: "steppers" }, ...steppers),
    make("label", { class: "check" }, make("input", { type: "checkbox", checked: bloc, onchange: (event) => page.change((settings) => (event.target.checked ? settings.set(kSeatPath + "officer.bloc", "officers") : settings.delete(kSeatPath + "officer.bloc"))) }), make("span", {}, "The executives vote as one")),
    seatTable());
}

function seatTable() {
  const { found } = page;
  if (!found?.boards) return null;
  const board = found.boards[1][0], rows = [];
  for (const author of found.authors) {
    const entries = Object.keys(kSectorOf).filter((entry) => kSectorOf[entry] === author.name);
    const power = board.seats.filter((seat) => entries.includes(seat.name) || (seat.name === "officers" && author.name === "system")).reduce((sum, seat) => sum + seat.power, 0);
    const contested = found.figures["decided." + author.name];
    rows.push(make("tr", {}, make("th", { scope: "row" }, author.label), ...[perCent(author.votes[1], 0), perCent(power, 0), perCent(author.part[1]), perCent(author.leverage[1], 2), contested ? "£" + last(contested.arm).toFixed(2) + "m" : "–"].map((cell) => make("td", {}, cell))));
  }
  return make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "What chairs are worth" }, make("table", {}, make("caption", {}, "What chairs are worth"),
    make("thead", {}, make("tr", {}, ...["Sector", "Votes", "Voting power", "Wrote of the decisions", "Could have changed", "Contested money a year"].map((cell) => make("th", { scope: "col" }, cell)))), make("tbody", {}, ...rows)));
}

const kChairs = {
  id: "chairs", title: "One seat in ten", file: "one-area.yaml", base: "fragmented", arm: "yours", levers: [],
  lead: "Ten chairs at the table: seven of the system, one that three trusts share, one of the council, and one GP for fifty practices. A chair, a vote, a say and a pound are four different things.",
  bet: { ask: "One chair in ten is 10 % of the votes. How much of the decisions did general practice write?", options: ["About 10 %", "About 5 %", "About 1 %"],
    answer: (found) => `${perCent(found.authors.find((author) => author.name === "general_practice").part[0])}. The chair speaks for practices that have hardly mandated it.` },
  notice: ["Votes are what is given; voting power is how often a vote decides (here equal chairs have equal power until some vote as one).", "What a sector wrote of the decisions depends on who stands behind its chair, on papers it brings, and on what others would have said anyhow.", "The largest sector's pounds hardly follow its chairs: much of what is decided stands from the year before."],
  tries: ["Give general practice a second chair. Put it back, and pull the lever for a mandate instead. Which moves more?", "Let the executives vote as one: whose voting power is it taken from?", "Pull “Nobody speaks for general practice”: an empty chair."],
  instrument: drawChairs,
  state(found) {
    const general = found.authors.find((author) => author.name === "general_practice");
    return `General practice has ${perCent(general.votes[1], 0)} of the votes, wrote ${perCent(general.part[1])} of the decisions (${perCent(general.part[0])} as it is). ${capital(gainWords(found))}.`;
  },
  puzzle: { ask: "With its one chair, give general practice more of the decisions than two chairs without a mandate would (1.2 %).",
    solved: (found) => seatsOf(page.state)[4] <= 1 && found.authors.find((author) => author.name === "general_practice").part[1] > 0.0125 },
  end: "A chair is worth what stands behind it.",
  charts: ["chart-authors"],
};

const capital = (text) => text[0].toUpperCase() + text.slice(1);

function drawBig(holder) {
  fill(holder, bigTable());
}

function bigTable() {
  const { found } = page;
  if (!found) return null;
  const lines = [["share.acute", "Acute trust's part of contested money", (x) => perCent(x)], ["share.general_practice", "General practice's part", (x) => perCent(x)], ["controlled.acute", "Money the acute trust controls", (x) => `£${x.toFixed(1)}m`], ["independent.general_practice", "Practices still independent", (x) => x.toFixed(0)], ["taken_over.general_practice", "Practices taken over so far", (x) => x.toFixed(1)]];
  const rows = lines.filter(([name]) => found.figures[name]).map(([name, label, put]) => {
    const figure = found.figures[name], half = Math.floor(figure.base.length / 2);
    return make("tr", {}, make("th", { scope: "row" }, label), ...[figure.base[0], figure.base[half], last(figure.base), last(figure.arm)].map((value) => make("td", {}, put(value))));
  });
  const years = found.figures["share.acute"].base.length;
  return make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Twenty years" }, make("table", {}, make("caption", {}, "Twenty years"),
    make("thead", {}, make("tr", {}, ...["Sector", "Year 1", `Year ${Math.floor(years / 2) + 1}`, `Year ${years}`, `Year ${years}, ${page.labelOf("arm")}`].map((cell) => make("th", { scope: "col" }, cell)))), make("tbody", {}, ...rows)));
}

const kBig = {
  id: "big", title: "How the big get bigger", file: "twenty-years.yaml", base: "fragmented", arm: "united",
  lead: "Nobody decides that hospitals shall rise. The acute trust's need grows a little faster than everybody's; what it overspends is met before anybody's plans; what a sector has won makes it weigh more; and practices that close or are taken over leave fewer to be heard.",
  bet: { ask: "How many of fifty practices are still independent after twenty years?", options: ["About forty-five", "About a third fewer than fifty", "About ten"], answer: (found) => `${last(found.figures["independent.general_practice"].base).toFixed(0)} on average, under these assumptions, which let go of as many a year as England did.` },
  notice: ["Three things lead to the big: need that grows faster, a first call on the pot, and the advantage of what was won before.", "Most of it happens before anybody sits down at the table.", "One voice slows it and does not turn it; and what a sector is paid and what it controls part ways where practices are taken over."],
  tries: ["Pull “Nobody's overspending is met first” alone.", "Let the acute trust's need grow like everybody's instead.", "Find “cumulative” among the uncertain numbers and hold it at its highest, then at its lowest."],
  instrument: drawBig,
  state(found) {
    const share = found.figures["share.acute"], left = found.figures["independent.general_practice"];
    return `The acute trust's part of contested money goes from ${perCent(share.base[0])} to ${perCent(last(share.base))} in ${share.base.length} years (with “${page.labelOf("arm")}” to ${perCent(last(share.arm))}); ${last(left.base).toFixed(0)} practices of fifty are still independent (with it ${last(left.arm).toFixed(0)}).`;
  },
  puzzle: { ask: "Who could stop it? With one lever, keep the acute trust's part in the last year below its part in the first.", solved: (found) => page.levers().length === 1 && last(found.figures["share.acute"].arm) < found.figures["share.acute"].arm[0] },
  end: "What grows by rule is stopped by a rule; a voice alone slows it.",
  charts: ["chart-shares", "chart-years"],
};

const kUnits = [["pcn", "PCN", 10], ["federation", "Federation", 3], ["lmc", "LMC", 2]];
const kGroup = kYours + "bodies.gp_board.members.";
const kRed = kYours + "bodies.board.red_lines.access", kSide = kYours + "offers.side";
const allUnits = () => kUnits.flatMap(([kind, label, count]) => Array.from({ length: count }, (_, at) => ({ kind, label: `${label} ${at + 1}`, name: `${kind}@area-${at + 1}` })));

// Which bodies are out of the group, from the settings and back.
function outOf(settings) {
  const out = new Set();
  for (const [kind, , count] of kUnits) {
    if (settings.get(kGroup + kind) === "null") for (let at = 1; at <= count; ++at) out.add(`${kind}@area-${at}`);
    for (const name of (settings.get(`${kGroup}${kind}.except`) ?? "").match(/[a-z]+@area-\d+/g) ?? []) out.add(name);
  }
  return out;
}

function leaveOut(settings, out) {
  for (const [kind, , count] of kUnits) {
    const gone = [...out].filter((name) => name.startsWith(kind + "@"));
    settings.delete(kGroup + kind);
    settings.delete(`${kGroup}${kind}.except`);
    if (gone.length === count) settings.set(kGroup + kind, "null");
    else if (gone.length) settings.set(`${kGroup}${kind}.except`, `[${gone.join(", ")}]`);
  }
}

function drawUnits(holder) {
  const out = outOf(page.state.settings), { settings } = page.state;
  const box = (checked, label, change, disabled = false) => make("label", { class: "check" }, make("input", { type: "checkbox", checked, disabled, onchange: (event) => page.change((now) => change(now, event.target.checked)) }), make("span", {}, label));
  const units = allUnits();
  const boxes = units.map(({ name, label }) => box(!out.has(name), label, (now, on) => {
    const next = outOf(now);
    if (on) next.delete(name);
    else next.add(name);
    leaveOut(now, next);
  }, !out.has(name) && units.length - out.size === 1));
  const red = settings.get(kRed);
  const line = make("select", { id: "red-line", onchange: (event) => page.change((now) => (event.target.value ? now.set(kRed, event.target.value) : now.delete(kRed))) });
  choose(line, [["", "None"], ["{floor: 1.1, relative: true, held_by: primary_care}", "GP access grows by a tenth, or the GP does not sign"], ["{floor: 1.1, relative: true, held_by: primary_care, backed: true}", "The same, as firm as practices stand behind it"]], red ?? "");
  fill(holder, make("h2", {}, "Who joins the leadership group"), make("div", { class: "units" }, ...boxes),
    box(settings.has(kSide), "The acute trust makes side offers to PCNs", (now, on) => (on ? now.set(kSide, "{by: acute, to: pcn, rate: 1, worth: 0.5}") : now.delete(kSide))),
    make("div", { class: "field" }, make("label", { for: "red-line" }, "A red line of the GP on the board"), line),
    make("p", { class: "row" }, make("button", { type: "button", onclick: turnDial }, "Draw the dial: from nobody in to all in")), make("div", { id: "dial", "aria-live": "polite" }));
}

async function turnDial() {
  const units = allUnits(), mine = page.turn, points = [];
  const settings = new Map([...page.state.settings].filter(([path]) => !path.startsWith(kGroup)));
  for (const count of [1, 4, 7, 10, 13, units.length]) {
    const some = new Map(settings);
    leaveOut(some, new Set(units.slice(count).map((unit) => unit.name)));
    points.push({ label: `${count} of ${units.length} in`, settings: [["arms.yours", page.yours()], ...some] });
  }
  by("dial").textContent = "Being drawn …";
  const drawn = await page.crew.first.ask({ ask: "dial", file: page.state.scenario, base: page.state.base, arm: "yours", futures: 64, points });
  if (mine !== page.turn || !by("dial")) return;
  by("dial").dataset.turn = String(page.turn);
  if (drawn.problems) by("dial").textContent = drawn.problems[0].message;
  else by("dial").innerHTML = drawn.html;
  by("dial").querySelectorAll("button.svg").forEach((button) => { button.hidden = false; button.onclick = () => saveChart(button.closest("figure"), button.dataset.name); });
}

const kDivided = {
  id: "divided", title: "Divided we fall", file: "one-area.yaml", base: "fragmented", arm: "yours", levers: ["one_voice", "mandate", "feedback", "commitment", "proactive"],
  lead: "Ten PCNs, three federations and two LMCs may form one group that speaks and signs for general practice. How united is united enough?",
  bet: { ask: "Half of the fifteen bodies stay out. How much of the gain is left?", options: ["Half", "More than half", "Next to nothing"], answer: () => "More than half: bodies overlap, and a practice whose PCN stays out may still be spoken for by its LMC or federation. Draw the dial to see it." },
  notice: ["There is no cliff here: the gain rises with everybody who joins, and ever more slowly.", "An LMC speaks for 25 practices, a PCN for five: they are not worth the same.", "A side offer buys one body; what it costs is borne by all.", "A red line is worth what stands behind it."],
  tries: ["Tick out both LMCs; then, instead, five PCNs.", "Let the acute trust make side offers. Does the group hold?", "Draw a red line without backing, then with it; then take away the lever for a mandate."],
  instrument: drawUnits,
  state(found) {
    const joined = allUnits().length - outOf(page.state.settings).size, uptake = found.figures["uptake.general_practice"];
    return `${joined} of 15 bodies are in. ${capital(gainWords(found))}. Uptake of new money goes from ${perCent(last(uptake.base), 0)} to ${perCent(last(uptake.arm), 0)}.`;
  },
  puzzle: { ask: "With the fewest bodies, and without a red line: keep a gain of £0.20 a patient on average with two bodies or fewer.", solved: (found) => !page.state.settings.has(kRed) && allUnits().length - outOf(page.state.settings).size <= 2 && gain(found).mean >= 0.2 },
  end: "Unity is not all or nothing: what counts is how many practices stand behind what is said, through whichever body.",
  charts: ["chart-years", "chart-futures"],
};

const kLessons = [kMessage, kChairs, kBig, kDivided];

function lessonStart(lesson) {
  return { scenario: lesson.file, base: lesson.base, arm: lesson.arm, levers: lesson.levers ? [...lesson.levers] : null, settings: new Map(lesson.settings ?? []) };
}

let lessonDrawn = "";

function forgetLesson() {
  lessonDrawn = "";
  by("lesson").hidden = true;
  fill(by("lesson"));
  fill(by("instrument"));
}

function betOf(lesson) {
  const answer = make("p", { class: "answer", role: "status" });
  const options = lesson.bet.options.map((option, row) => make("label", { class: "check" }, make("input", { type: "radio", name: "bet", value: String(row) }), make("span", {}, option)));
  const button = make("button", { type: "button", onclick: () => {
    if (!page.found) return;
    const chosen = options.findIndex((option) => option.firstChild.checked);
    answer.textContent = (chosen < 0 ? "" : `You said: ${lesson.bet.options[chosen]}. `) + lesson.bet.answer(page.found);
    by("lesson").classList.add("told");
  } }, "That is my bet");
  return make("fieldset", { class: "bet" }, make("legend", {}, "Place your bet"), make("p", {}, lesson.bet.ask), ...options, make("p", { class: "row" }, button), answer);
}

function sheetOf(lesson) {
  const sheet = library.sheets[lesson.id];
  if (!sheet) return null;
  return make("details", {}, make("summary", {}, "For whoever leads the class"), make("p", {}, sheet.purpose), make("ol", {}, ...sheet.plan.map((step) => make("li", {}, step))),
    make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "What to expect" }, make("table", {}, make("caption", {}, "What to expect (from 200 futures; a test holds these ranges against the engine)"),
      make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "What is set"), make("th", { scope: "col" }, "What comes out"))),
      make("tbody", {}, ...sheet.expect.map((one) => make("tr", {}, make("th", { scope: "row" }, one.say), make("td", {}, `${one.what}: ${one.low} to ${one.high} ${one.unit}`)))))),
    make("h3", {}, "To talk about"), make("ul", {}, ...sheet.questions.map((question) => make("li", {}, question))));
}

function drawLesson(page) {
  const lesson = kLessons.find((one) => one.id === page.state.lesson);
  if (!lesson || !page.found?.authors) return;
  if (lessonDrawn !== lesson.id) {
    lessonDrawn = lesson.id;
    const list = (items) => make("ul", {}, ...items.map((item) => make("li", {}, item)));
    fill(by("lesson"), make("h2", {}, lesson.title), make("p", {}, lesson.lead), betOf(lesson),
      make("h3", {}, "Where it stands"), make("p", { class: "state", id: "state", role: "status" }),
      make("h3", {}, "To notice"), list(lesson.notice), make("h3", {}, "To try"), list(lesson.tries),
      make("h3", {}, "A puzzle"), make("p", { id: "puzzle", role: "status" }), make("p", {}, make("strong", {}, lesson.end), " " + kCare), sheetOf(lesson));
    by("lesson").hidden = false;
  }
  by("state").textContent = lesson.state(page.found);
  const solved = lesson.puzzle.solved(page.found);
  fill(by("puzzle"), lesson.puzzle.ask, solved ? make("span", { class: "done" }, " Solved.") : null);
  drawInstrument(lesson);
  const charts = lesson.charts.map(by).filter((chart) => chart);
  if (charts.length) by("sections").prepend(make("section", { "aria-labelledby": "lesson-charts" }, make("h2", { id: "lesson-charts" }, "To look at in this lesson"), ...charts));
}

// Drawn anew with every result, without taking the focus from whoever is using it.
function drawInstrument(lesson) {
  if (!lesson.instrument) return;
  const holder = by("instrument"), dial = by("dial"), controls = "input,button,select";
  const at = holder.contains(document.activeElement) ? [...holder.querySelectorAll(controls)].indexOf(document.activeElement) : -1;
  if (at >= 0 && document.activeElement.type === "range" && holder.matches(":active")) return; // it is being dragged
  lesson.instrument(holder);
  if (dial && dial.dataset.turn === String(page.turn)) by("dial").replaceWith(dial);
  const next = holder.querySelectorAll(controls)[at];
  if (next) (next.disabled ? holder.querySelector("button:enabled") : next)?.focus({ preventScroll: true });
}
