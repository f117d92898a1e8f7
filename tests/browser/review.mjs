// review.mjs PROGRAM FOLDER CHROMIUM: opens the page of `gongwen review` as people do, and holds what it shows against the
// JSON Lines of the same text. Screenshots in both themes, on a narrow screen and the print are left in FOLDER.
// playwright-core and axe-core are found in FOLDER/node_modules.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [program, folder, chromiumPath] = process.argv.slice(2).map((p) => resolve(p));
const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");
const fetched = createRequire(join(folder, "package.json"));
const { chromium } = fetched("playwright-core");
const axe = readFileSync(fetched.resolve("axe-core/axe.min.js"), "utf8");
const shots = join(folder, "screenshots");
mkdirSync(shots, { recursive: true });

let passed = 0;
let failed = 0;
function check(what, condition, detail) {
  if (condition) {
    ++passed;
    return;
  }
  ++failed;
  console.log("FAILED " + what + (detail === undefined ? "" : ": " + JSON.stringify(detail)));
}
const same = (what, got, expected) => check(what, JSON.stringify(got) === JSON.stringify(expected), { got, expected });

const run = (...args) => execFileSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28 });
const recordsOf = (file) => run("check", "--format", "jsonl", "--numbers", "string", file).trim().split("\n").map((line) => JSON.parse(line));
function pageOf(name, ...args) {
  const path = join(folder, name + ".html");
  run("review", ...args, "--output", path);
  return path;
}

const profile = mkdtempSync(join(folder, "profile-"));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: chromiumPath, headless: true, viewport: { width: 1360, height: 900 }, acceptDownloads: true,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

browser.setDefaultTimeout(10000);

// A page that may say nothing on the console and ask for nothing but itself.
async function open(path, scheme = "light", size = { width: 1360, height: 900 }) {
  const page = await browser.newPage();
  await page.emulateMedia({ colorScheme: scheme });
  await page.setViewportSize(size);
  page.said = [];
  page.asked = [];
  page.on("console", (m) => page.said.push(m.type() + ": " + m.text()));
  page.on("pageerror", (e) => page.said.push("error: " + e.message));
  page.on("dialog", (d) => { page.said.push("dialog: " + d.message()); d.dismiss(); });
  page.on("request", (r) => page.asked.push(r.url()));
  await page.goto(pathToFileURL(path).href);
  await page.waitForSelector("html[data-whole]");
  return page;
}
function quiet(what, page, path) {
  same(what + ": console", page.said, []);
  same(what + ": requests", page.asked.filter((u) => u !== pathToFileURL(path).href && !u.startsWith("blob:")), []);
}
const texts = (page, selector) => page.locator(selector).allTextContents();
const attributes = (page, selector, name) => page.locator(selector).evaluateAll((all, n) => all.map((e) => e.getAttribute(n)), name);

// 58.6亿元 back to digits, as a check on what people read.
function digitsOf(words) {
  const found = /^(-?)(\d+)(?:\.(\d+))?(亿|万)?/.exec(words);
  if (!found) return null;
  const [, sign, whole, part = "", scale] = found;
  const power = scale === "亿" ? 8 : scale === "万" ? 4 : 0;
  const digits = whole + part.padEnd(power, "0").slice(0, power);
  const rest = part.slice(power);
  return sign + digits.replace(/^0+(?=\d)/, "") + (rest ? "." + rest : "");
}

// Every figure of the sheet against the records.
async function figures(page, records) {
  const of = (type) => records.filter((r) => r.type === type);
  const byId = new Map(records.map((r) => [r.id, r]));
  const ids = await attributes(page, "#scoreboard tbody tr", "data-id");
  same("indicators", [...ids].sort(), of("indicator").map((r) => r.id).sort());
  for (const id of ids) {
    const record = byId.get(id);
    const row = page.locator(`#scoreboard tr[data-id="${id}"]`);
    const cell = row.locator(".c-value");
    const words = (await cell.textContent()) || "";
    same(id + " value", await cell.getAttribute("data-value"), record.value ?? null);
    same(id + " name", await row.locator(".link").textContent(), record.name);
    if (record.value && !record.mod) same(id + " value in words", digitsOf(words), record.value);
    const yoy = (record.changes || []).find((c) => c.basis === "yoy" && !c.of && c.value && c.unit === "%");
    if (yoy) check(id + " growth", (await row.locator(".c-growth").textContent()).includes((yoy.direction === "down" ? "-" : "+") + yoy.value + "%"));
    if (record.completion && record.completion.unit === "%")
      check(id + " completion", (await row.locator(".c-completion").textContent()).includes(record.completion.value + "%"));
    if (record.rank) check(id + " rank", (await row.locator(".c-rank").textContent()).includes(String(record.rank.position)));
  }
  const shownTexts = async (selector) => (await texts(page, selector)).sort();
  const tame = (text) => text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
  same("findings", await shownTexts("#findings .message"), of("finding").map((f) => tame(f.message)).sort());
  same("projects", await shownTexts("#projects .project .name"), of("project").map((p) => tame(p.name)).sort());
  same("tasks", await shownTexts("#tasks th[scope=row] .link"), of("task").map((t) => tame((t.modal || "") + t.action)).sort());
  same("problems", await shownTexts("#problems li .link:not(.jump)"), of("problem").map((p) => tame(p.text)).sort());
  same("deadlines", (await attributes(page, "#tasks time", "datetime")).filter(Boolean).sort(),
    of("task").filter((t) => t.deadline && t.deadline.end && !t.deadline.end.startsWith("X")).map((t) => t.deadline.end).sort());
  same("appraisals", await page.locator("#appraisals .appraisal").count(), of("appraisal").length);
  const marked = new Set((await attributes(page, ".text .m", "data-r")).flatMap((r) => r.split(" ")));
  const facts = records.filter((r) => r.span && r.span[1] > r.span[0] && !["node", "edit"].includes(r.type));
  same("records marked in the text", facts.filter((r) => !marked.has(r.id)).map((r) => r.id), []);
}

// What axe-core has against the page: contrast, names, landmarks, order of headings.
async function accessible(what, page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate("axe.run()");
  same(what + ": accessible", violations.map((v) => [v.id, v.nodes.map((n) => n.html.slice(0, 120)).slice(0, 3)]), []);
}

async function saved(page, what) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`[data-export="${what}"]`).click()]);
  return readFileSync(await download.path(), "utf8");
}

async function sample() {
  const file = join(root, "examples/data/jiangping.txt");
  const records = recordsOf(file);
  const path = pageOf("sample", file);
  const page = await open(path);
  await page.screenshot({ path: join(shots, "sample-light.png") });
  await figures(page, records);
  same("text", (await texts(page, ".text .b")).join("").replace(/\s/g, ""), readFileSync(file, "utf8").replace(/\s/g, ""));

  await page.locator('#scoreboard [data-open="i1"]').click();
  check("details", (await page.locator("#details").textContent()).includes("5,860,000,000"));
  await page.locator("#details .chip.k-quantity").first().click();
  check("evidence", (await page.locator("#details .top").textContent()).includes("q1"));
  await page.keyboard.press("Escape");
  check("closed", await page.locator("#details").isHidden());

  await page.locator("#findings .jump").first().click();
  const error = records.filter((r) => r.type === "finding").find((f) => f.severity === "error");
  check("jump to a finding", await page.locator(`.text .m.now[data-r~="${error.id}"]`).first().isVisible());
  await page.locator(".outline button").nth(2).click();
  await page.locator(".text .m.k-indicator").first().hover();
  check("hover", await page.locator("#tip").isVisible());
  await page.locator(".text .m.k-indicator").first().click();
  await page.screenshot({ path: join(shots, "sample-details.png") });
  await accessible("light", page);

  await page.keyboard.press("Escape");
  await page.locator("h1").click();
  await page.keyboard.press("j");
  const first = await page.locator("#details .id").textContent();
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  same("j and k", await page.locator("#details .id").textContent(), first);
  await page.keyboard.press("/");
  await page.keyboard.type("增长");
  await page.waitForSelector("#hits button");
  same("search", await page.locator("#hits button").count(), readFileSync(file, "utf8").split("增长").length - 1);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  check("search closed", await page.locator("#hits").isHidden());
  await page.locator("#skip, .skip").focus();
  await page.keyboard.press("Enter");
  same("skip link", await page.evaluate(() => document.activeElement.id), "main");

  const table = await saved(page, "tasks");
  check("tasks as CSV", table.startsWith("\ufeff") && table.includes("2023-09-30,必须在9月底前开工"), table);
  const calendar = await saved(page, "calendar");
  check("calendar", calendar.startsWith("BEGIN:VCALENDAR\r\n") && calendar.includes("DTSTART;VALUE=DATE:20230930\r\n") && calendar.endsWith("END:VCALENDAR\r\n"), calendar);
  check("calendar lines", calendar.split("\r\n").every((l) => Buffer.byteLength(l) <= 75));
  same("events", calendar.split("BEGIN:VEVENT").length - 1, records.filter((r) => r.type === "task" && r.deadline).length);

  await page.locator("#theme").click();
  await page.locator("#theme").click();
  same("theme", await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: join(shots, "sample-dark.png") });
  await accessible("dark", page);
  await page.locator("#theme").click();
  await page.pdf({ path: join(shots, "sample.pdf"), format: "A4", printBackground: true, preferCSSPageSize: true });
  check("print", statSync(join(shots, "sample.pdf")).size > 10000);
  quiet("sample", page, path);
  await page.close();

  const dark = await open(path, "dark", { width: 400, height: 860 });
  await dark.screenshot({ path: join(shots, "sample-narrow-dark.png") });
  check("no sideways scrolling", await dark.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await dark.locator("#menu").click();
  check("menu", await dark.locator("#side").isVisible());
  quiet("narrow", dark, path);
  await dark.close();

  const english = await open(pageOf("english", "--lang", "en", file));
  same("English", (await texts(english, ".views a"))[2], "Findings" + records.filter((r) => r.type === "finding").length);
  await english.close();
}

async function hostile() {
  const file = join(here, "hostile.txt");
  const path = pageOf("hostile", file);
  const page = await open(path);
  await figures(page, recordsOf(file));
  same("elements out of the text", await page.locator("main img, main script, main svg[onload], main b").count(), 0);
  check("title", (await page.title()).includes("<script>"), await page.title());
  check("words are shown", (await page.locator(".text").textContent()).includes("<img src=x onerror=alert(1)>"));
  check("no control of direction is left", !/[\u202a-\u202e\u2066-\u2069]/.test(await page.locator("body").evaluate((b) => b.innerText)));
  for (const opener of await page.locator("[data-open]").all()) await opener.evaluate((b) => b.click());
  for (const mark of (await page.locator(".text .m").all()).slice(0, 20)) await mark.evaluate((m) => m.click());
  const table = await saved(page, "scores");
  check("no formula", !/(^|,)"?[=@]/m.test(table), table);
  await page.screenshot({ path: join(shots, "hostile.png") });
  quiet("hostile", page, path);
  await page.close();
}

async function several() {
  const path = pageOf("several", join(root, "examples/data/jiangping.txt"), join(here, "hostile.txt"));
  const page = await open(path);
  const before = await page.locator("h1").textContent();
  await page.locator("#document").selectOption("1");
  await page.waitForSelector("html[data-whole]");
  check("another document", (await page.locator("h1").textContent()) !== before);
  quiet("several", page, path);
  await page.close();
}

// A report of 60,000 characters: how large its page is, and how soon it can be used.
async function large() {
  const sampleText = readFileSync(join(root, "examples/data/jiangping.txt"), "utf8");
  const file = join(folder, "large.txt");
  writeFileSync(file, sampleText.repeat(Math.ceil(60000 / sampleText.length)));
  const path = pageOf("large", file);
  const size = statSync(path).size;
  check("size of a large page", size < 3 * 1024 * 1024, size);
  const page = await browser.newPage();
  await page.goto(pathToFileURL(path).href, { waitUntil: "commit" });
  await page.waitForSelector("html[data-whole]", { state: "attached" });
  const { ready, whole } = await page.evaluate(() => ({ ready: performance.getEntriesByName("ready")[0].startTime, whole: performance.now() }));
  same("large page whole", (await texts(page, ".text .b")).join("").replace(/\s/g, "").length, readFileSync(file, "utf8").replace(/\s/g, "").length);
  check("large page interactive", ready < 2000, ready);
  console.log(`60,000 characters: ${size} bytes, ready in ${Math.round(ready)} ms, whole in ${Math.round(whole)} ms`);
  await page.close();
}

try {
  for (const part of [sample, hostile, several, large]) await part();
} catch (e) {
  ++failed;
  console.log(String(e && e.stack));
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
