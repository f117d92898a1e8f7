// The sections of the sheet, each built when it comes near.

const lightNames = { green: "on_course", amber: "behind", red: "far_behind" };
const light = (name, reason) => (name
  ? el("span", { class: "light " + name, title: reason }, el("span", { class: "dot", "aria-hidden": "true" }), word(lightNames[name]))
  : null);
const moveOf = (growth) => (growth.includes("-") ? "fall" : growth.includes("+") ? "rise" : "");
const nothing = () => el("p", { class: "nothing" }, word("none"));
const pill = (className, text) => el("span", { class: "pill " + className }, text);

function overviewPanel(sheet) {
  const source = sheet.source;
  const counts = (list, key) => list.reduce((all, one) => all.set(key(one), (all.get(key(one)) || 0) + 1), new Map());
  const lights = counts(source.scores, (s) => s.light);
  const severities = counts(sheet.of("finding"), (f) => f.severity);
  const polarities = counts(sheet.of("appraisal"), (a) => a.polarity);
  const parts = (all, keys, name) => keys.filter((k) => all.get(k)).map((k) => pill(k, all.get(k) + " " + name(k)));
  const card = (to, number, below) => el("a", { class: "card", href: "#" + to }, el("span", { class: "count" }, String(number)),
    el("span", { class: "what" }, word(to)), el("span", { class: "parts" }, below));
  const heroes = source.scores.filter((s) => {
    const fact = sheet.get(s.ref);
    return fact.canonical && fact.status !== "target" && s.value && s.growth;
  }).slice(0, 4);
  return [
    heroes.length ? el("div", { class: "heroes" }, heroes.map((s) => el("button", { type: "button", class: "hero", "data-open": s.ref },
      el("span", { class: "what" }, [sheet.get(s.ref).area, sheet.get(s.ref).name].filter(Boolean).join(" ")),
      el("span", { class: "count" }, s.value),
      el("span", { class: "move " + moveOf(s.growth) }, word("growth") + " " + s.growth)))) : null,
    el("div", { class: "cards" },
      card("scoreboard", source.scores.length, parts(lights, ["red", "amber", "green"], (k) => word(lightNames[k]))),
      card("findings", source.findings.length, parts(severities, ["error", "warning", "info"], (k) => valueWord("severity", k))),
      card("projects", source.projects.length, []),
      card("tasks", source.tasks.length, source.tasks.some((t) => t.due) ? [pill("", source.tasks.filter((t) => t.due).length + " " + word("deadline"))] : []),
      card("appraisals", source.appraisals.length, parts(polarities, ["praise", "criticism"], (k) => valueWord("polarity", k)))),
    el("div", { class: "charts" }, completionChart(sheet), growthChart(sheet)),
  ];
}

// Columns of the scoreboard: those that are empty throughout are left out.
const scoreColumns = [
  { key: "light", cell: (s) => light(s.light, s.reason) },
  { key: "indicator", head: true, cell: (s, f) => [opener(s.ref, f.name), f.status !== "actual" ? pill("status", valueWord("status", f.status)) : null], text: (s, f) => f.name },
  { key: "area", cell: (s, f) => f.area },
  { key: "period", cell: (s, f) => f.period && (f.period.text || f.period.timex) },
  { key: "value", number: true, cell: (s) => s.value },
  { key: "growth", number: true, cell: (s) => (s.growth || s.changes) && [s.growth ? el("span", { class: moveOf(s.growth) }, s.growth) : null,
    s.changes ? el("small", {}, s.changes) : null], text: (s) => [s.growth, s.changes].filter(Boolean).join(" ") },
  { key: "target", number: true, cell: (s) => s.target },
  { key: "rank", cell: (s) => s.rank },
  { key: "completion", number: true, cell: (s) => s.completion && [s.completion, s.done ? el("span", { class: "mini" }, bar(...progressBar(s))) : null], text: (s) => s.completion },
  { key: "elapsed", number: true, cell: (s) => s.elapsed },
];

function scoreRow(sheet, columns, score) {
  const fact = sheet.get(score.ref);
  return el("tr", { "data-id": score.ref }, columns.map((c) => el(c.head ? "th" : "td", {
    scope: c.head ? "row" : undefined, class: (c.number ? "number " : "") + "c-" + c.key,
    "data-value": c.key === "value" ? fact.value : undefined, "data-unit": c.key === "value" ? fact.unit : undefined,
  }, c.cell(score, fact))));
}

function scoreboardPanel(sheet) {
  const scores = sheet.source.scores;
  if (!scores.length) return [nothing()];
  const columns = scoreColumns.filter((c) => scores.some((s) => (c.key === "light" ? s.light : c.cell(s, sheet.get(s.ref)))));
  const body = el("tbody");
  const areas = [...new Set(scores.map((s) => sheet.get(s.ref).area).filter(Boolean))];
  const area = el("select", {}, el("option", { value: "" }, word("all")), areas.map((a) => el("option", { value: a }, a)));
  const behind = el("input", { type: "checkbox" });
  const more = el("button", { type: "button", class: "ghost more" }, word("more"));
  const step = 200;
  let most = step;
  const show = () => {
    const rows = scores.filter((s) => (!area.value || sheet.get(s.ref).area === area.value) &&
      (!behind.checked || s.light === "amber" || s.light === "red"));
    body.replaceChildren(...rows.slice(0, most).map((s) => scoreRow(sheet, columns, s)));
    more.hidden = rows.length <= most;
  };
  more.addEventListener("click", () => { most = Infinity; show(); });
  area.addEventListener("change", show);
  behind.addEventListener("change", show);
  addEventListener("beforeprint", () => { most = Infinity; show(); });
  show();
  return [
    el("div", { class: "tools" }, areas.length > 1 ? el("label", {}, word("filter_area"), area) : null,
      scores.some((s) => s.light) ? el("label", {}, behind, word("behind_only")) : null,
      el("button", { type: "button", class: "ghost", "data-export": "scores" }, word("export_csv"))),
    el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": word("scoreboard") }, el("table", { class: "board" },
      el("thead", {}, el("tr", {}, columns.map((c) => el("th", { scope: "col", class: (c.number ? "number " : "") + "c-" + c.key }, word(c.key))))), body)),
    more,
  ];
}

function findingsPanel(sheet) {
  if (!sheet.source.findings.length) return [nothing()];
  const row = (name, value) => (value ? el("div", {}, el("dt", {}, word(name)), el("dd", {}, value)) : null);
  return [el("ol", { class: "findings" }, sheet.source.findings.map((r) => {
    const finding = sheet.get(r.ref);
    return el("li", { class: "finding " + finding.severity, "data-id": r.ref },
      el("div", { class: "line" }, pill(finding.severity, valueWord("severity", finding.severity)), opener(r.ref, finding.message, "message"), jumper(r.ref)),
      el("dl", {}, row("expected", r.expected), row("found", r.found), row("how", finding.how), row("section", clip(r.section || "", 60))));
  }))];
}

const stages = ["stalled", "planned", "approved", "feasibility", "tendering", "signed", "land", "construction", "completed", "production", ""];
function projectsPanel(sheet) {
  const all = sheet.source.projects;
  if (!all.length) return [nothing()];
  const row = (name, value) => (value ? [el("dt", {}, word(name)), el("dd", {}, value)] : []);
  const card = (r) => {
    const p = sheet.get(r.ref);
    return el("li", { class: "project", "data-id": r.ref }, opener(r.ref, p.name, "name"), p.area ? el("span", { class: "area" }, p.area) : null,
      el("dl", {}, row("investment", r.investment), row("invested", r.invested), row("progress", r.progress), row("expected_stage", r.expected), row("owner", p.owner)),
      el("div", { class: "foot" }, el("span", {}, clip(r.section || "", 40)), jumper(r.ref)));
  };
  return [el("div", { class: "columns" }, stages.map((stage) => {
    const here = all.filter((r) => (sheet.get(r.ref).stage || "") === stage);
    if (!here.length) return null;
    return el("section", { class: "column" }, el("h3", {}, stage ? valueWord("stage", stage) : word("no_stage"), el("span", { class: "number" }, String(here.length))),
      el("ol", {}, here.map(card)));
  }))];
}

function tasksPanel(sheet) {
  const all = sheet.source.tasks;
  if (!all.length) return [nothing()];
  const row = (r) => {
    const task = sheet.get(r.ref);
    const written = task.deadline && task.deadline.text;
    return el("tr", { "data-id": r.ref }, el("td", { class: "c-deadline" }, r.deadline ? [el("time", { datetime: r.due }, r.deadline),
      written && written !== r.deadline ? el("small", {}, written) : null] : el("span", { class: "nothing" }, word("no_deadline"))),
    el("th", { scope: "row" }, task.polarity === "forbid" ? pill("criticism", word("forbid")) : null, opener(r.ref, (task.modal || "") + task.action),
      r.targets ? el("small", {}, word("targets") + " " + r.targets) : null),
    el("td", {}, r.owner), el("td", { class: "c-section" }, clip(r.section || "", 32), " ", jumper(r.ref)));
  };
  const dated = all.filter((r) => r.due).length;
  return [
    el("div", { class: "tools" }, el("button", { type: "button", class: "ghost", "data-export": "tasks" }, word("export_csv")),
      dated ? el("button", { type: "button", class: "ghost", "data-export": "calendar" }, word("export_ics")) : null),
    el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": word("tasks") }, el("table", { class: "board tasks" },
      el("thead", {}, el("tr", {}, ["deadline", "action", "owner", "section"].map((k) => el("th", { scope: "col" }, word(k))))),
      el("tbody", {}, all.map(row)))),
  ];
}

function appraisalsPanel(sheet) {
  const all = sheet.source.appraisals;
  if (!all.length) return [nothing()];
  const list = (polarity) => {
    const here = all.filter((r) => sheet.get(r.ref).polarity === polarity);
    return here.length ? el("section", { class: "column " + polarity }, el("h3", {}, word(polarity), el("span", { class: "number" }, String(here.length))),
      el("ol", {}, here.map((r) => el("li", { class: "appraisal", "data-id": r.ref }, opener(r.ref, r.of || word("unjudged"), "name"), el("p", {}, sheet.get(r.ref).reason),
        el("div", { class: "foot" }, el("span", {}, clip(r.section || "", 40)), jumper(r.ref)))))) : null;
  };
  return [el("div", { class: "columns wide" }, list("praise"), list("criticism"))];
}

function problemsPanel(sheet) {
  const all = sheet.of("problem");
  if (!all.length) return [nothing()];
  return [el("ol", { class: "problems" }, all.map((p) => el("li", { "data-id": p.id }, opener(p.id, p.text), jumper(p.id))))];
}

function textPanel(sheet) {
  sheet.view = new TextView(sheet);
  const legend = el("div", { class: "legend" }, el("label", {}, el("input", { type: "checkbox", id: "show-marks", checked: true }), word("show_marks")),
    ["indicator", "project", "task", "appraisal", "problem", "formulation", "finding", "quantity"].filter((t) => sheet.of(t).length)
      .map((t) => el("span", { class: "m k-" + t }, valueWord("type", t))));
  sheet.view.more(30);
  return [legend, sheet.view.root];
}

const panels = [
  ["overview", overviewPanel, () => ""], ["scoreboard", scoreboardPanel, (s) => s.source.scores.length],
  ["findings", findingsPanel, (s) => s.source.findings.length], ["projects", projectsPanel, (s) => s.source.projects.length],
  ["tasks", tasksPanel, (s) => s.source.tasks.length], ["appraisals", appraisalsPanel, (s) => s.source.appraisals.length],
  ["problems", problemsPanel, (s) => s.of("problem").length], ["text", textPanel, () => ""],
];
