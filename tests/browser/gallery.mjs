// Pictures of the report and of the playground: gallery.mjs FOLDER (tools/gallery calls it).
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Folder, open } from "./browser.mjs";

const out = process.argv[2], folder = new Folder();
mkdirSync(out, { recursive: true });

async function picture(file, name, { hash = "", width = 1280, height = 900, whole = false } = {}) {
  const tab = await open(file, { hash, width, height });
  if (file === process.env.CLOUT_PLAYGROUND) await tab.page.waitForFunction(() => Number(document.documentElement.dataset.known) === 200, null, { timeout: 60000 });
  await tab.page.screenshot({ path: join(out, name + ".png"), fullPage: whole });
  await tab.close();
  console.log(join(out, name + ".png"));
}

for (const scenario of ["one-area", "greater-manchester"]) {
  const report = folder.path(scenario + ".html");
  execFileSync(process.env.CLOUT, ["report", `${process.env.CLOUT_ROOT}/scenarios/${scenario}.yaml`, "--arms", "fragmented,united", "--page", report, "-q"]);
  await picture(report, "report-" + scenario);
  await picture(report, "report-" + scenario + "-whole", { whole: true });
}
const playground = process.env.CLOUT_PLAYGROUND;
await picture(playground, "playground");
await picture(playground, "playground-whole", { whole: true });
await picture(playground, "playground-narrow", { width: 320, height: 640, whole: true });
for (const lesson of ["message", "chairs", "big", "divided"]) await picture(playground, "lesson-" + lesson, { hash: "#lesson=" + lesson, whole: true });
folder.close();
