// The page: sections that are built when they come near, navigation, theme, keys. One listener for each kind of event.

let pending = new Map();  // sections not built yet
const near = new IntersectionObserver((entries) => entries.forEach((e) => e.isIntersecting && buildSection(e.target)), { rootMargin: "800px" });

function buildSection(section) {
  const make = pending.get(section);
  if (!make) return;
  pending.delete(section);
  near.unobserve(section);
  section.classList.remove("waiting");
  section.append(...make().filter(Boolean));
}
function buildAll() {
  [...pending.keys()].forEach(buildSection);
  while (state.sheet.view && state.sheet.view.more(1000));
}

function masthead(sheet) {
  const facts = [sheet.source.source && sheet.source.source.split(/[\\/]/).pop(), sheet.source.reference_date && word("reference_date") + " " + sheet.source.reference_date,
    sheet.source.length + " " + word("characters")];
  return el("header", { class: "masthead" }, el("p", { class: "kicker" }, word("sheet_of")), el("h1", {}, sheet.title()),
    el("p", { class: "facts" }, facts.filter(Boolean).map((f) => el("span", {}, f))));
}

function navigation(sheet) {
  const views = el("ul", { class: "views" }, panels.map(([name, , count]) => el("li", {}, el("a", { href: "#" + name }, word(name),
    count(sheet) !== "" ? el("span", { class: "number" }, String(count(sheet))) : null))));
  const heads = sheet.of("node").filter((n) => n.kind === "heading" || (n.kind === "article" && n.title));
  const outline = heads.length ? el("ol", { class: "outline" }, heads.map((n) => el("li", { class: "level-" + Math.min(n.level || 0, 4) },
    el("button", { type: "button", "data-go": n.id, title: shown(clip(sheet.name(n), 80)) }, clip((n.kind === "article" ? "" : n.marker || "") + n.title, 60))))) : null;
  return [el("h2", {}, word("views")), views, outline ? el("h2", {}, word("outline")) : null, outline].filter(Boolean);
}

function showDocument(index) {
  closeDetails();
  closeSearch();
  pending.forEach((make, section) => near.unobserve(section));
  pending = new Map();
  const sheet = (state.sheet = new Sheet(data.documents[index]));
  state.current = null;
  document.title = shown(sheet.title());
  document.documentElement.removeAttribute("data-whole");
  const main = byId("main");
  main.replaceChildren(masthead(sheet));
  for (const [name, make, count] of panels) {
    const head = el("h2", { id: "head-" + name }, word(name), count(sheet) !== "" ? el("span", { class: "number" }, String(count(sheet))) : null);
    const section = el("section", { id: name, class: "panel waiting", "aria-labelledby": "head-" + name, tabindex: "-1" }, head);
    pending.set(section, () => make(sheet));
    main.append(section);
  }
  main.append(el("footer", {}, el("span", {}, word("made_by") + " " + data.version), el("span", { class: "keys" }, word("keys") + "  / " + word("key_search") + "  j k " + word("key_step") + "  Esc " + word("key_close"))));
  byId("side").replaceChildren(...navigation(sheet));
  buildSection(byId("overview"));
  pending.forEach((make, section) => near.observe(section));
  const rest = () => {
    if (state.sheet !== sheet) return;
    if (pending.size) buildSection(pending.keys().next().value);
    else if (!sheet.view.more(60)) return document.documentElement.setAttribute("data-whole", "");
    later(rest);
  };
  later(rest);
}
const later = (work) => (typeof requestIdleCallback === "function" ? requestIdleCallback(work, { timeout: 500 }) : setTimeout(work, 30));

// Theme: that of the system, or one that was chosen and is kept where the browser allows it.
const themes = ["auto", "light", "dark"];
function setTheme(theme) {
  if (theme === "auto") document.documentElement.removeAttribute("data-theme");
  else document.documentElement.setAttribute("data-theme", theme);
  byId("theme").textContent = word("theme") + " \u00b7 " + word("theme_" + theme);
  state.theme = theme;
  try { localStorage.setItem("gongwen-theme", theme); } catch { /* no storage: the choice lasts as long as the page */ }
}
function keptTheme() {
  try {
    const theme = localStorage.getItem("gongwen-theme");
    return themes.includes(theme) ? theme : "auto";
  } catch { return "auto"; }
}

function setMenu(open) {
  byId("side").classList.toggle("open", open);
  byId("menu").setAttribute("aria-expanded", String(open));
}

document.addEventListener("click", (event) => {
  const target = event.target.closest("[data-open], [data-go], [data-close], [data-step], [data-export], [data-hit], .m[data-r], a[href^='#']");
  if (!event.target.closest(".finder")) byId("hits").hidden = true;
  if (!target) return;
  const { open, go, hit, export: what } = target.dataset;
  if (open) openDetails(open, false, target.closest(".details") ? null : target);
  else if (go) { goTo(go); setMenu(false); }
  else if ("close" in target.dataset) closeDetails();
  else if (target.dataset.step) step(Number(target.dataset.step));
  else if (what) exportAs(what);
  else if (hit) goToHit(target);
  else if (target.dataset.r) { if (!String(getSelection())) openDetails(target.dataset.r.split(" ")[0], true, target); }
  else if (target.hash && target.hash.length > 1) {
    const section = byId(target.hash.slice(1));
    if (!section) return;
    event.preventDefault();
    buildAll();
    setMenu(false);
    section.scrollIntoView();
    section.focus({ preventScroll: true });
  }
});
document.addEventListener("pointerover", (event) => {
  const mark = event.target.closest && event.target.closest(".text .m[data-r]");
  if (mark) showTip(mark);
  else byId("tip").hidden = true;
});
document.addEventListener("scroll", () => { byId("tip").hidden = true; }, { passive: true, capture: true });
document.addEventListener("change", (event) => {
  if (event.target.id === "show-marks") byId("words").classList.toggle("bare", !event.target.checked);
  if (event.target.id === "document") showDocument(Number(event.target.value));
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
  if (event.key === "Escape") {
    if (!byId("hits").hidden) closeSearch();
    else if (!closeDetails()) setMenu(false);
    if (event.target.id === "search") event.target.blur();
  } else if (event.target.id === "search" && (event.key === "Enter" || event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    moveInHits(event.key === "ArrowUp" || event.shiftKey ? -1 : 1);
  } else if (!typing && event.key === "/") {
    event.preventDefault();
    byId("search").select();
  } else if (!typing && (event.key === "j" || event.key === "k")) {
    step(event.key === "j" ? 1 : -1);
  }
});
let typed = 0;
byId("search").addEventListener("input", () => {
  clearTimeout(typed);
  typed = setTimeout(search, 120);
});
byId("theme").addEventListener("click", () => setTheme(themes[(themes.indexOf(state.theme) + 1) % themes.length]));
byId("menu").addEventListener("click", () => setMenu(byId("menu").getAttribute("aria-expanded") !== "true"));
byId("print").addEventListener("click", () => { buildAll(); print(); });
addEventListener("beforeprint", buildAll);

setTheme(keptTheme());
if (data.documents.length > 1) {
  byId("document").append(...data.documents.map((d, i) => el("option", { value: String(i) }, clip(d.title || d.source || String(i + 1), 40))));
  byId("switcher").hidden = false;
}
if (data.documents.length) showDocument(0);
document.documentElement.setAttribute("data-ready", "");
performance.mark("ready");
