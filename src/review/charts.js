// Bars for people who would rather look than read: a label, a bar in SVG, a figure.

const bar = (...shapes) => svg("svg", { viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" }, ...shapes);
const box = (x, width, className) => svg("rect", { x, y: 0, width: Math.max(width, 0.4), height: 10, class: className });

const chartRow = (id, label, shapes, figure, className) =>
  el("li", { class: className }, opener(id, label, "label"), bar(...shapes), el("span", { class: "figure" }, figure));

// Growth of measures that have a name of their own, the first of each area; falls go to the left.
function growthChart(sheet) {
  const seen = new Set();
  const rows = sheet.source.scores.filter((score) => {
    const fact = sheet.get(score.ref);
    const key = fact.indicator_id + "/" + (fact.area || "");
    if (!score.growth_percent || fact.status === "target" || !fact.indicator_id || seen.has(key)) return false;
    seen.add(key);
    return true;
  }).slice(0, 12);
  if (rows.length < 2) return null;
  const values = rows.map((r) => Number(r.growth_percent));
  const low = Math.min(0, ...values);
  const scale = 100 / (Math.max(0, ...values) - low || 1);
  return el("figure", { class: "chart" }, el("figcaption", {}, word("growth_chart")), el("ol", {}, rows.map((row, i) => {
    const zero = -low * scale;
    const shape = values[i] < 0 ? box(zero + values[i] * scale, -values[i] * scale, "fall") : box(zero, values[i] * scale, "rise");
    return chartRow(row.ref, sheet.get(row.ref).name, [box(zero, 0, "axis"), shape], row.growth, "growth");
  })));
}

// The part of a plan that is done, and a line where time stands.
function progressBar(score) {
  const most = Math.max(100, Number(score.done));
  const part = (value) => (Number(value) / most) * 100;
  return [box(0, 100, "track"), box(0, part(score.done), "done " + (score.light || "")),
    ...(score.due ? [svg("rect", { x: part(score.due) - 0.5, y: -2, width: 1, height: 14, class: "time" })] : [])];
}

function completionChart(sheet) {
  const rows = sheet.source.scores.filter((score) => score.done).slice(0, 12);
  if (rows.length === 0) return null;
  return el("figure", { class: "chart" },
    el("figcaption", {}, word("completion_chart"), el("span", { class: "key-time" }, word("time_line"))),
    el("ol", {}, rows.map((row) =>
      chartRow(row.ref, sheet.get(row.ref).name, progressBar(row), row.elapsed ? row.completion + " / " + row.elapsed : row.completion, "progress"))));
}
