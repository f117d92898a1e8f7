// What all parts share: the data, words, elements. Text from outside becomes text nodes and nothing else.
const data = JSON.parse(document.getElementById("data").textContent);
const word = (key) => data.words[key] || key;
const valueWord = (group, value) => data.words[group + "." + value] || value;
const unitWord = (unit) => {
  const name = data.words["unit." + unit] || unit;
  return data.language === "zh" || name === "%" ? name : " " + name;
};
const byId = (id) => document.getElementById(id);

// Controls that turn the direction of writing could make words stand where they are not: each is shown as itself.
const shown = (text) => String(text).replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");

function fillElement(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value !== undefined && value !== null && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === "") continue;
    node.append(child instanceof Node ? child : document.createTextNode(shown(child)));
  }
  return node;
}
const el = (tag, attributes, ...children) => fillElement(document.createElement(tag), attributes, children);
const svg = (tag, attributes, ...children) =>
  fillElement(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);

const facts = ["indicator", "project", "task", "appraisal", "problem", "formulation"];
const mentions = ["quantity", "ratio", "rank", "time", "entity"];
// What stands for a place where several records meet: findings, then facts, then mentions.
const importance = new Map(["finding", ...facts, ...mentions].map((type, i) => [type, i]));

// The letter of an id says the type.
const typeOf = { n: "node", q: "quantity", r: "ratio", k: "rank", t: "time", m: "entity", i: "indicator", p: "project", a: "task", v: "appraisal", b: "problem", f: "formulation", w: "finding" };

// A document with its records by id and by type.
class Sheet {
  constructor(source) {
    this.source = source;
    this.text = source.text || "";
    this.records = new Map();
    this.types = new Map();
    for (const record of source.records) {
      record.type = typeOf[record.id[0]];
      this.records.set(record.id, record);
      if (!this.types.has(record.type)) this.types.set(record.type, []);
      this.types.get(record.type).push(record);
    }
    this.walk = source.records.filter((r) => facts.includes(r.type) || r.type === "finding")
      .sort((a, b) => a.at[0] - b.at[0] || importance.get(a.type) - importance.get(b.type));
  }
  of(type) { return this.types.get(type) || []; }
  get(id) { return this.records.get(id); }
  words(record) { return this.text.slice(record.at[0], record.at[1]); }
  title() { return this.source.title || this.source.source || word("title"); }
  // What a record is called.
  name(record) {
    if (record.type === "node") return record.title ? (record.marker || "") + record.title : this.words(record);
    return record.name || record.action || record.reason || record.message || record.text || this.words(record);
  }
}
const clip = (text, most) => (text.length > most ? text.slice(0, most - 1) + "\u2026" : text);

const state = { sheet: null, current: null };

// A button that opens a record.
const opener = (id, label, className) => el("button", { type: "button", class: "link " + (className || ""), "data-open": id }, label);
const jumper = (id) => el("button", { type: "button", class: "link jump", "data-go": id }, word("go"));
