// Finding words in the text: places are listed, and shown in the text without touching it (CSS highlights).

const highlights = typeof Highlight === "function" && CSS.highlights;
const mostHits = 200;

function placesOf(text, words) {
  const from = text.toLowerCase();
  const what = words.toLowerCase();
  const out = [];
  if (!what || from.length !== text.length) return out;
  for (let at = from.indexOf(what); at >= 0 && out.length < mostHits; at = from.indexOf(what, at + what.length)) out.push(at);
  return out;
}

function search() {
  const list = byId("hits");
  const words = byId("search").value.trim();
  if (!words) return closeSearch();
  const text = state.sheet.text;
  const places = placesOf(text, words);
  state.hit = -1;
  list.replaceChildren(el("p", { class: "sum" }, places.length ? places.length + (places.length === mostHits ? "+ " : " ") + word("matches") : word("no_match")),
    el("ol", {}, places.map((at) => {
      const line = text.lastIndexOf("\n", at) + 1;
      const begin = Math.max(line, at - 16);
      const stop = text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at);
      const after = Math.max(at + words.length, Math.min(stop, at + words.length + 28));
      return el("li", {}, el("button", { type: "button", "data-hit": String(at), "data-size": String(words.length) },
        text.slice(begin, at), el("mark", {}, text.slice(at, at + words.length)), text.slice(at + words.length, after)));
    })));
  list.hidden = false;
  byId("said").textContent = places.length + " " + word("matches");
}

function closeSearch() {
  byId("hits").hidden = true;
  if (highlights) highlights.delete("found");
}

function goToHit(button) {
  buildAll();
  const begin = Number(button.dataset.hit);
  const range = state.sheet.view.range(begin, begin + Number(button.dataset.size));
  if (!range) return;
  const place = range.startContainer.parentElement;
  place.scrollIntoView({ block: "center" });
  if (highlights) highlights.set("found", new Highlight(range));
}

function moveInHits(by) {
  const buttons = [...byId("hits").querySelectorAll("button")];
  if (!buttons.length) return;
  state.hit = (state.hit + by + buttons.length) % buttons.length;
  buttons.forEach((b, i) => b.classList.toggle("now", i === state.hit));
  buttons[state.hit].scrollIntoView({ block: "nearest" });
  goToHit(buttons[state.hit]);
}
