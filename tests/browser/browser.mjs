// A browser that notes what it should never see: requests, errors, words on the console.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export async function open(file, { hash = "", width = 1280, height = 900 } = {}) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  const context = await browser.newContext({ viewport: { width, height }, acceptDownloads: true, reducedMotion: "reduce" });
  const page = await context.newPage(), seen = [], own = pathToFileURL(file).href;
  page.on("console", (message) => seen.push(`console: ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => seen.push(`error: ${error.message}`));
  context.on("request", (request) => { if (!request.url().startsWith(own) && !/^(blob|data):/.test(request.url())) seen.push(`request: ${request.url()}`); });
  await page.goto(own + hash);
  return {
    page,
    async close() {
      await browser.close();
      assert.deepEqual(seen, []);
    },
  };
}

// axe-core is put in as the page's own debugger would: its policy is for everybody else.
export async function violations(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: axe });
  const { result } = await session.send("Runtime.evaluate", { expression: "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}).then((found) => JSON.stringify(found.violations.map((one) => one.id + ': ' + one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | '))))", awaitPromise: true });
  return JSON.parse(result.value);
}

// axe-core does not look at text in pictures: whatever there is lighter than 4.5 : 1 on white.
export function tooPale(page, within) {
  return page.evaluate((place) => {
    const part = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    const light = (colour) => colour.match(/\d+/g).slice(0, 3).map(Number).map(part).reduce((sum, x, row) => sum + x * [0.2126, 0.7152, 0.0722][row], 0);
    return [...document.querySelectorAll(place + " svg text")].filter((text) => 1.05 / (light(getComputedStyle(text).fill) + 0.05) < 4.5).map((text) => text.textContent);
  }, within);
}

export class Folder {
  constructor() {
    this.where = mkdtempSync(join(tmpdir(), "clout-browser-"));
  }
  path(name) {
    return join(this.where, name);
  }
  compare(file, arms, replicates) {
    return JSON.parse(execFileSync(process.env.CLOUT, ["compare", file, "--arms", arms, "--replicates", String(replicates), "--json", "-q"], { encoding: "utf8" }));
  }
  close() {
    rmSync(this.where, { recursive: true, force: true });
  }
}
