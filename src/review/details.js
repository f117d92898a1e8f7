// What a record says: under the pointer in short, in the drawer with its slots and their evidence.

const numeric = new Set(["value", "low", "high", "step", "terms", "fraction"]);
const grouped = (digits) => {
  const [whole, part] = String(digits).split(".");
  return whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",") + (part ? "." + part : "");
};
const enumerations = { status: "status", basis: "basis", direction: "direction", mod: "mod", stage: "stage", severity: "severity", polarity: "polarity", kind: "kind" };

function described(key, value) {
  if (Array.isArray(value)) return value.map((v) => described(key, v)).join(typeof value[0] === "object" ? "\uff1b" : "\u3001");
  if (value !== null && typeof value === "object") return describedPart(value);
  if (numeric.has(key)) return grouped(value);
  if (key === "unit" || key === "per_unit") return unitWord(value).trim();
  return key in enumerations ? valueWord(enumerations[key], value) : String(value);
}
function describedPart(part) {
  if ("timex" in part || "begin" in part) {
    const days = part.begin && part.end && part.begin !== part.end ? part.begin + " \u2013 " + part.end : part.end || part.begin || part.timex;
    return part.text && part.text !== days ? part.text + " (" + days + ")" : days;
  }
  const amount = amountWords(part);
  const rest = Object.entries(part).filter(([k]) => !["value", "low", "high", "unit", "mod"].includes(k))
    .map(([k, v]) => (k in enumerations || k === "period" || k === "scope" ? described(k, v) : valueWord("field", k) + " " + described(k, v)));
  return [...rest, amount].filter(Boolean).join(" ");
}
function amountWords(part) {
  if (!("value" in part) && !("low" in part)) return "";
  const number = "value" in part ? grouped(part.value) : grouped(part.low) + "\u2013" + grouped(part.high);
  return (part.mod ? valueWord("mod", part.mod) : "") + number + (part.unit ? unitWord(part.unit) : "");
}

// The main figure of a record, exact.
const figureOf = (record) => (record.type === "indicator" || record.type === "quantity" ? amountWords(record) : "");

const hidden = new Set(["type", "id", "node", "span", "at", "head_at", "evidence", "confidence", "message", "step", "value", "low", "high", "unit", "mod"]);

function slotsOf(record) {
  const rows = [];
  const exact = figureOf(record);
  if (exact) rows.push([word("exact"), exact]);
  for (const [key, value] of Object.entries(record)) {
    if (hidden.has(key) || (key === "name" && record.type !== "entity")) continue;
    rows.push([valueWord("field", key), described(key, value)]);
  }
  if (record.confidence) rows.push([word("confidence"), record.confidence]);
  rows.push([word("place"), record.span ? record.span[0] + "\u2013" + record.span[1] : ""]);
  return el("dl", { class: "slots" }, rows.filter(([, v]) => v !== "").map(([k, v]) => [el("dt", {}, k), el("dd", {}, v)]));
}

function evidenceOf(sheet, record) {
  if (!record.evidence) return null;
  const slots = Array.isArray(record.evidence) ? [["", record.evidence]] : Object.entries(record.evidence);
  const slotWord = (slot) => slot.split(".").map((s) => (/^\d+$/.test(s) ? String(Number(s) + 1) : valueWord("field", s))).join(" ");
  return el("section", {}, el("h3", {}, word("evidence")), el("ul", { class: "evidence" }, slots.map(([slot, ids]) =>
    el("li", {}, slot ? el("span", { class: "slot" }, slotWord(slot)) : null, ids.map((id) => {
      const source = sheet.get(id);
      return source ? el("button", { type: "button", class: "chip k-" + source.type, "data-open": id }, clip(sheet.name(source), 36)) : el("span", { class: "chip" }, id);
    })))));
}

// The sentence of a record, its own words marked.
function contextOf(sheet, record) {
  const node = record.node && sheet.get(record.node);
  if (!node) return null;
  const [begin, end] = node.kind === "heading" && node.head_at ? node.head_at : node.at;
  const from = Math.max(begin, record.at[0] - 90);
  const to = Math.min(end, Math.max(record.at[1], record.at[0] + 90) + 60);
  return el("blockquote", {}, from > begin ? "\u2026" : "", sheet.text.slice(from, record.at[0]),
    el("mark", {}, sheet.text.slice(record.at[0], Math.min(record.at[1], to))), sheet.text.slice(record.at[1], to), to < end ? "\u2026" : "");
}

function openDetails(id, keepFocus, anchor) {
  const sheet = state.sheet;
  const record = sheet.get(id);
  if (!record) return;
  const drawer = byId("details");
  if (drawer.hidden) state.opener = document.activeElement;
  state.current = id;
  drawer.replaceChildren(
    el("div", { class: "top" }, pill("k-" + record.type, valueWord("type", record.type)), el("span", { class: "id" }, record.id),
      el("button", { type: "button", class: "ghost", "data-close": true }, word("close"))),
    el("h2", {}, clip(sheet.name(record), 120)),
    ...[contextOf(sheet, record), slotsOf(record), evidenceOf(sheet, record)].filter(Boolean),
    el("div", { class: "tools" }, el("button", { type: "button", class: "ghost", "data-step": "-1" }, word("previous")),
      el("button", { type: "button", class: "ghost", "data-step": "1" }, word("next")),
      el("button", { type: "button", class: "ghost", "data-go": id }, word("go"))));
  keepInPlace(anchor, () => {
    drawer.hidden = false;
    document.body.classList.add("with-details");
  });
  drawer.scrollTop = 0;
  if (!keepFocus) drawer.focus({ preventScroll: true });
  emphasize(id);
}

// What was clicked stays under the pointer when the drawer takes room from the text.
function keepInPlace(anchor, change) {
  const before = anchor && anchor.getBoundingClientRect().top;
  change();
  if (anchor) scrollBy(0, anchor.getBoundingClientRect().top - before);
}

function closeDetails() {
  const drawer = byId("details");
  if (drawer.hidden) return false;
  drawer.hidden = true;
  document.body.classList.remove("with-details");
  emphasize(null);
  if (state.opener && state.opener.isConnected) state.opener.focus({ preventScroll: true });
  return true;
}

// The places of a record in the text stand out.
function emphasize(id) {
  document.querySelectorAll(".m.now, tr.now").forEach((m) => m.classList.remove("now"));
  if (id) document.querySelectorAll('.m[data-r~="' + id + '"], tr[data-id="' + id + '"]').forEach((m) => m.classList.add("now"));
}

// To the words of a record, or of a node.
function goTo(id) {
  const record = state.sheet.get(id);
  if (!record) return;
  buildAll();
  const place = document.querySelector('.m[data-r~="' + id + '"]') || byId("at-" + (record.type === "node" ? id : record.node));
  if (!place) return;
  place.scrollIntoView({ block: "center" });
  emphasize(id);
}

function step(by) {
  const walk = state.sheet.walk;
  if (!walk.length) return;
  const now = walk.findIndex((r) => r.id === state.current);
  const next = walk[now < 0 ? (by > 0 ? 0 : walk.length - 1) : (now + by + walk.length) % walk.length];
  openDetails(next.id, true);
  goTo(next.id);
  byId("said").textContent = shown(clip(state.sheet.name(next), 120));
}

function showTip(mark) {
  const sheet = state.sheet;
  const record = sheet.get(mark.dataset.r.split(" ")[0]);
  const tip = byId("tip");
  const score = record.type === "indicator" && sheet.source.scores.find((s) => s.ref === record.id);
  const line = score ? [score.value, score.growth && word("growth") + " " + score.growth, score.rank, score.completion && word("completion") + " " + score.completion]
    : [figureOf(record), record.area, record.period && record.period.text];
  tip.replaceChildren(pill("k-" + record.type, valueWord("type", record.type)), el("strong", {}, clip(sheet.name(record), 60)),
    el("span", {}, line.filter(Boolean).join(" \u00b7 ")));
  tip.hidden = false;
  const at = mark.getClientRects()[0];
  const width = tip.offsetWidth;
  tip.style.left = Math.max(8, Math.min(at.left, innerWidth - width - 8)) + "px";
  tip.style.top = (at.top - tip.offsetHeight - 8 > 56 ? at.top - tip.offsetHeight - 8 : at.bottom + 8) + "px";
}
