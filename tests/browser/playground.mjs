// The playground as people meet it: from disk, without a network, with a keyboard, on a narrow screen.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Folder, open, tooPale, violations } from "./browser.mjs";

const page = process.env.CLOUT_PLAYGROUND;
const folder = new Folder();
after(() => folder.close());

async function result(tab, futures = 200) {
  await tab.page.waitForFunction((wanted) => Number(document.documentElement.dataset.known) === wanted && !document.querySelector("#sections.stale"), futures, { timeout: 60000 });
}

test("opens from disk and shows a first result", async () => {
  const tab = await open(page);
  await tab.page.waitForFunction(() => window.cloutPage?.firstResult, null, { timeout: 30000 });
  const first = await tab.page.evaluate(() => window.cloutPage.firstResult);
  console.log(`first result after ${first.toFixed(0)} ms`);
  // Half a second is meant for an idle core; a machine that is busy with other tests is given far more.
  assert.ok(first < 20000, `the first result took ${first} ms`);
  await result(tab);
  assert.match(await tab.page.textContent("#headline"), /general practice gains £/);
  await tab.close();
});

// Printed, not held: a machine that is busy with other tests would fail for nothing.
test("how long futures take when it is warm", async () => {
  const tab = await open(page);
  await result(tab);
  for (const futures of [32, 200]) {
    const times = await tab.page.evaluate(async (count) => {
      const { crew } = window.cloutPage, taken = [];
      for (let i = 0; i < 8; ++i) {
        const before = performance.now();
        await crew.play(0, count, () => false);
        taken.push(performance.now() - before);
      }
      return taken.sort((a, b) => a - b);
    }, futures);
    console.log(`2 x ${futures} futures of one-area: ${times[0].toFixed(0)} ms at best, ${times[4].toFixed(0)} ms as a rule`);
  }
  await tab.close();
});

test("asks for nothing, says nothing on the console, and breaks no rule of accessibility", async () => {
  for (const hash of ["", "#lesson=message", "#lesson=chairs", "#lesson=big", "#lesson=divided"]) {
    const tab = await open(page, { hash });
    await result(tab);
    assert.deepEqual(await violations(tab.page), [], hash);
    await tab.close();
  }
});

test("a slider held fast moves the finding, and the address has it", async () => {
  const tab = await open(page);
  await result(tab);
  const before = await tab.page.evaluate(() => JSON.stringify(window.cloutPage.found.figures["share.acute"]));
  await tab.page.fill("#find", "pcn mandate");
  const slider = tab.page.locator("#knobs input[type=range]").first();
  await slider.focus();
  for (let i = 0; i < 5; ++i) await tab.page.keyboard.press("ArrowRight");
  await tab.page.waitForFunction((old) => JSON.stringify(window.cloutPage.found.figures["share.acute"]) !== old, before);
  await result(tab);
  const address = await tab.page.evaluate(() => location.hash);
  assert.match(decodeURIComponent(address), /set=bodies\.pcn\.mandate=0\.5/);
  const shown = await tab.page.textContent("#headline");
  await tab.close();
  const again = await open(page, { hash: address });
  await result(again);
  assert.equal(await again.page.textContent("#headline"), shown);
  await again.close();
});

test("keyboard alone reaches and moves everything", async () => {
  const tab = await open(page);
  await result(tab);
  const wanted = await tab.page.evaluate(() => [...document.querySelectorAll("a[href],button,select,input,textarea,summary,[tabindex='0']")].filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.type !== "file").length);
  const reached = new Set();
  for (let i = 0; i < wanted + 20; ++i) {
    await tab.page.keyboard.press("Tab");
    reached.add(await tab.page.evaluate(() => { const one = document.activeElement; one.dataset.reached ??= String(Math.random()); return one === document.body ? "" : one.dataset.reached; }));
  }
  reached.delete("");
  assert.ok(reached.size >= wanted, `${reached.size} of ${wanted} were reached`);
  await tab.page.focus("#levers input");
  await tab.page.keyboard.press("Space");
  await tab.page.waitForFunction(() => window.cloutPage.state.arm === "yours" && document.getElementById("arm").value === "yours");
  await tab.close();
});

test("is whole at 320 pixels", async () => {
  for (const hash of ["", "#lesson=chairs", "#lesson=divided"]) {
    const tab = await open(page, { hash, width: 320 });
    await result(tab);
    const wide = await tab.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 320, `${hash}: ${wide} pixels wide`);
    await tab.close();
  }
});

test("what is downloaded is a scenario that gives the same numbers", async () => {
  const tab = await open(page, { hash: "#scenario=one-area.yaml&arm=united&set=bodies.pcn.mandate%3D0.45" });
  await result(tab);
  const [download] = await Promise.all([tab.page.waitForEvent("download"), tab.page.click("#download")]);
  const saved = folder.path("saved.yaml");
  await download.saveAs(saved);
  const expected = folder.compare(saved, "fragmented,united", 200);
  const shown = await tab.page.evaluate(() => window.cloutPage.found.figures["per_patient.general_practice"].difference.mean);
  assert.equal(shown, expected.differences.united["per_patient.general_practice"].mean); // to the bit
  await tab.close();
});

test("a file of one's own is opened, and what is wrong with it is told in words", async () => {
  const tab = await open(page);
  await result(tab);
  await tab.page.setInputFiles("#file", { name: "mine.yaml", mimeType: "text/yaml", buffer: Buffer.from("clout: 1\ntitle: Mine\nclock: {years: -3}\n") });
  await tab.page.waitForSelector("#problems:not([hidden])");
  assert.match(await tab.page.textContent("#problems"), /Line 3: clock\.years/);
  await tab.page.click("#make-one");
  await tab.page.fill("#size-practices", "17");
  await tab.page.click("#maker button");
  await tab.page.waitForFunction(() => window.cloutPage.info?.title.includes("17 practices"));
  await result(tab);
  assert.equal(await tab.page.isVisible("#problems"), false);
  await tab.close();
});

test("what a scenario says is shown and never executed", async () => {
  const label = "<img src=x onerror=\"document.title='hacked'\"> ‮مرحبا 🙂 & \"quoted\"";
  const tab = await open(page, { hash: "#scenario=one-area.yaml&set=" + encodeURIComponent("sectors.general_practice.label=" + JSON.stringify(label)) });
  await result(tab);
  assert.equal(await tab.page.evaluate(() => document.querySelectorAll("img").length), 0);
  assert.doesNotMatch(await tab.page.title(), /hacked/);
  assert.match(await tab.page.textContent("#sections"), /<img src=x/);
  await tab.close();
});

test("lessons: a bet is answered, chairs move, and the puzzle can be solved", async () => {
  const tab = await open(page, { hash: "#lesson=chairs" });
  await result(tab);
  await tab.page.check("#lesson input[name=bet] >> nth=2");
  await tab.page.click("#lesson .bet button");
  assert.match(await tab.page.textContent("#lesson .answer"), /^You said: About 1 %/);
  await tab.page.click("[aria-label='One chair from the executives to General practice']");
  await tab.page.waitForFunction(() => document.querySelectorAll(".chairs .focus").length === 2);
  await tab.page.click("[aria-label='One chair from General practice to the executives']");
  await tab.page.getByLabel("A mandate for the one seat").check();
  await tab.page.waitForSelector("#puzzle .done");
  await tab.close();
});

test("its own contrast: text in charts is dark enough", async () => {
  const tab = await open(page);
  await result(tab);
  assert.deepEqual(await tooPale(tab.page, "#sections"), []);
  await tab.close();
});
