// The text: blocks as they stand in the document, and in each the places of its records.

const ownBlocks = new Set(["title", "note", "salutation", "paragraph", "boilerplate"]);

// Blocks in order, each {kind, begin, end, node, lead}; words between nodes are blocks too, so that nothing is lost.
function blocksOf(sheet) {
  const text = sheet.text;
  const blocks = [];
  let done = 0;
  let table = null;
  const lineBegin = (from, to) => {
    const rest = text.slice(from, to);
    const lines = rest.slice(0, rest.lastIndexOf("\n") + 1);
    if (lines.trim()) blocks.push({ kind: "rest", begin: from, end: from + lines.trimEnd().length });
    const tail = rest.slice(lines.length);
    return tail.trim() ? from + lines.length : to;
  };
  const add = (kind, begin, end, node) => {
    if (end <= done) return;
    begin = Math.max(begin, done);
    const before = blocks[blocks.length - 1];
    const sameLine = before && before.kind === "heading" && !text.slice(before.end, begin).includes("\n");
    if (sameLine && kind === "paragraph") {
      before.lead = before.end;
      before.end = end;
    } else {
      blocks.push({ kind, begin: lineBegin(done, begin), end, node });
    }
    done = end;
  };
  for (const node of sheet.of("node")) {
    if (node.kind === "heading") {
      add("heading", ...(node.head_at || node.at), node);
    } else if (node.kind === "table") {
      lineBegin(done, node.at[0]);
      table = { kind: "table", begin: node.at[0], end: node.at[1], node, rows: [] };
      blocks.push(table);
      done = Math.max(done, node.at[1]);
    } else if (table && node.kind === "row") {
      table.rows.push([]);
    } else if (table && node.kind === "cell") {
      if (!table.rows.length) table.rows.push([]);
      table.rows[table.rows.length - 1].push({ kind: "cell", begin: node.at[0], end: node.at[1], node });
    } else if (ownBlocks.has(node.kind)) {
      add(node.kind, node.at[0], node.at[1], node);
    }
  }
  const rest = lineBegin(done, text.length);
  if (rest < text.length) blocks.push({ kind: "rest", begin: rest, end: text.length });
  return blocks;
}

// All records that have a place, by where they begin.
function markedRecords(sheet) {
  return sheet.source.records.filter((r) => importance.has(r.type) && r.at[1] > r.at[0])
    .sort((a, b) => a.at[0] - b.at[0]);
}

class TextView {
  constructor(sheet) {
    this.sheet = sheet;
    this.blocks = blocksOf(sheet);
    this.marked = markedRecords(sheet);
    this.next = 0;
    this.places = [];  // {begin, end, element} by begin
    this.root = el("article", { class: "text", id: "words", lang: "zh-CN" });
    this.part = null;
    this.built = 0;
  }

  // Adds the next blocks, in parts of ten each, so that the browser lays out only those in sight. False where none is left.
  more(count) {
    for (const end = Math.min(this.blocks.length, this.built + count); this.built < end; ++this.built) {
      if (this.built % 10 === 0) this.root.append((this.part = el("div", { class: "part" })));
      const block = this.blocks[this.built];
      this.part.append(block.kind === "table" ? this.table(block) : this.block(block));
    }
    return this.built < this.blocks.length;
  }

  block(block) {
    const level = (block.node && block.node.level) || 1;
    const heading = block.kind === "heading";
    const plain = heading && block.lead === undefined;
    const long = heading && (block.lead || block.end) - block.begin > 48;  // a sentence that is numbered, no title
    const element = el(plain ? "h" + Math.min(3 + level, 6) : block.kind === "title" ? "h3" : "p",
      { class: "b b-" + block.kind + (heading ? " level-" + level : "") + (long ? " long" : ""), id: block.node ? "at-" + block.node.id : undefined });
    if (heading && !plain) {
      const lead = el("span", { class: "lead", role: "heading", "aria-level": Math.min(3 + level, 6) });
      this.fill(lead, block.begin, block.lead);
      element.append(lead);
      this.fill(element, block.lead, block.end);
    } else {
      this.fill(element, block.begin, block.end);
    }
    return element;
  }

  table(block) {
    const body = el("tbody");
    block.rows.forEach((row) => {
      const line = el("tr");
      for (const cell of row) {
        const td = el("td", { id: "at-" + cell.node.id });
        this.fill(td, cell.begin, cell.end);
        line.append(td);
      }
      body.append(line);
    });
    return el("div", { class: "scroll", tabindex: "0", id: "at-" + block.node.id }, el("table", { class: "plain" }, body));
  }

  // Words of [begin, end) with a span around each stretch that the same records cover.
  fill(element, begin, end) {
    while (this.next < this.marked.length && this.marked[this.next].at[0] < begin) ++this.next;
    const cuts = [];
    while (this.next < this.marked.length && this.marked[this.next].at[0] < end) {
      const record = this.marked[this.next++];
      cuts.push([record.at[0], 1, record], [Math.min(record.at[1], end), 0, record]);
    }
    cuts.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    this.places.push({ begin, end, element });
    const active = [];
    let at = begin;
    for (const [where, opens, record] of cuts) {
      if (where > at) this.stretch(element, at, where, active);
      at = Math.max(at, where);
      if (opens) active.push(record);
      else active.splice(active.indexOf(record), 1);
    }
    if (end > at) this.stretch(element, at, end, active);
  }

  stretch(element, begin, end, active) {
    const words = this.sheet.text.slice(begin, end);
    if (active.length === 0) {
      element.append(shown(words));
      return;
    }
    const records = [...active].sort((a, b) => importance.get(a.type) - importance.get(b.type) ||
      a.at[1] - a.at[0] - (b.at[1] - b.at[0]));
    const kinds = [...new Set(records.map((r) => "k-" + r.type))].join(" ");
    element.append(el("span", { class: "m " + kinds, "data-r": records.map((r) => r.id).join(" ") }, words));
  }

  // The range of the page where [begin, end) of the text stands; null where it is not shown.
  range(begin, end) {
    const place = this.places.find((p) => p.begin <= begin && begin < p.end);
    if (!place) return null;
    const range = document.createRange();
    const nodes = document.createTreeWalker(place.element, NodeFilter.SHOW_TEXT);
    // A lead and its paragraph are two places in one element.
    const inner = this.places.filter((p) => p !== place && place.element.contains(p.element) && p.end <= place.begin);
    let at = inner.length ? inner[0].begin : place.begin;
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const next = at + node.data.length;
      if (begin >= at && begin < next) range.setStart(node, begin - at);
      if (end > at && end <= next || next >= place.end) {
        range.setEnd(node, Math.min(end - at, node.data.length));
        return range;
      }
      at = next;
    }
    return null;
  }
}
