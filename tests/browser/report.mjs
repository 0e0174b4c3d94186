// The report as people meet it: from disk, on a narrow screen, on paper.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, test } from "node:test";
import { Folder, open, tooPale, violations } from "./browser.mjs";

const folder = new Folder(), file = folder.path("report.html");
after(() => folder.close());
execFileSync(process.env.CLOUT, ["report", `${process.env.CLOUT_ROOT}/scenarios/one-area.yaml`, "--arms", "fragmented,united", "--replicates", "60", "--page", file, "-q"]);

test("asks for nothing, says nothing on the console, and breaks no rule of accessibility", async () => {
  for (const width of [1280, 320]) {
    const tab = await open(file, { width });
    assert.deepEqual(await violations(tab.page), []);
    assert.deepEqual(await tooPale(tab.page, "main"), []);
    const wide = await tab.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `${wide} pixels wide on a screen of ${width}`);
    await tab.close();
  }
});

test("another future is shown by a button alone", async () => {
  const tab = await open(file);
  await tab.page.locator("button.another").focus();
  await tab.page.keyboard.press("Enter");
  assert.match(await tab.page.locator("button.another").textContent(), /1 of \d+ shown/);
  assert.ok(await tab.page.locator(".stepping .future.shown").count());
  await tab.close();
});

test("no chart is cut where a sheet of paper ends", async () => {
  const tab = await open(file);
  await tab.page.emulateMedia({ media: "print" });
  const kept = await tab.page.evaluate(() => [...document.querySelectorAll("figure")].every((figure) => getComputedStyle(figure).breakInside === "avoid" && figure.querySelector(".wide svg").getBoundingClientRect().height <= 235 * 96 / 25.4));
  assert.ok(kept);
  assert.ok((await tab.page.pdf({ format: "A4" })).length > 10000);
  await tab.close();
});
