// Tables as CSV and deadlines as iCalendar, made here from what the page holds.

// What a spreadsheet would take for a formula gets an apostrophe; plain numbers are none.
const safeCell = (text) => {
  const words = String(text === undefined || text === null ? "" : text);
  const formula = /^[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/.test(words) && !/^[+-]?\d+(\.\d+)?$/.test(words);
  const cell = (formula ? "'" : "") + words;
  return /[",\r\n]/.test(cell) ? '"' + cell.replace(/"/g, '""') + '"' : cell;
};
// With a mark at the begin, without which spreadsheets read another encoding.
const csvOf = (rows) => "\ufeff" + rows.map((row) => row.map(safeCell).join(",") + "\r\n").join("");

function scoresCsv(sheet) {
  const columns = scoreColumns;
  return csvOf([[...columns.map((c) => word(c.key)), word("unit")], ...sheet.source.scores.map((s) => {
    const f = sheet.get(s.ref);
    return [...columns.map((c) => (c.key === "light" ? (s.light ? word(lightNames[s.light]) : "") : c.key === "value" ? f.value || s.value : (c.text || c.cell)(s, f))),
      f.unit ? unitWord(f.unit).trim() : ""];
  })]);
}
function tasksCsv(sheet) {
  return csvOf([["deadline", "action", "owner", "targets", "section", "place"].map(word), ...sheet.source.tasks.map((r) => {
    const task = sheet.get(r.ref);
    return [r.deadline, (task.modal || "") + task.action, r.owner, r.targets, r.section, sheet.words(task)];
  })]);
}

// RFC 5545: text escaped, lines of at most 75 octets, whole days.
const icsText = (text) => String(text).replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");
function foldedLine(line) {
  const encoder = new TextEncoder();
  let out = "";
  let size = 0;
  for (const c of line) {
    const bytes = encoder.encode(c).length;
    if (size + bytes > 73) {
      out += "\r\n ";
      size = 1;
    }
    out += c;
    size += bytes;
  }
  return out + "\r\n";
}
function calendarOf(sheet, now) {
  const stamp = now.toISOString().replace(/[-:]/g, "").replace(/\.\d+/, "");
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//gongwen//review " + data.version + "//ZH", "CALSCALE:GREGORIAN"];
  for (const r of sheet.source.tasks) {
    if (!r.due) continue;
    const task = sheet.get(r.ref);
    const day = new Date(r.due + "T00:00:00Z");
    day.setUTCDate(day.getUTCDate() + 1);
    lines.push("BEGIN:VEVENT", "UID:" + icsText(encodeURIComponent(sheet.title()) + "-" + r.ref) + "@gongwen", "DTSTAMP:" + stamp,
      "DTSTART;VALUE=DATE:" + r.due.replace(/-/g, ""), "DTEND;VALUE=DATE:" + day.toISOString().slice(0, 10).replace(/-/g, ""),
      "SUMMARY:" + icsText((task.modal || "") + task.action),
      "DESCRIPTION:" + icsText([r.owner && word("owner") + " " + r.owner, r.section, sheet.words(task)].filter(Boolean).join("\n")),
      "TRANSP:TRANSPARENT", "END:VEVENT");
  }
  lines.push("END:VCALENDAR");
  return lines.map(foldedLine).join("");
}

function download(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = el("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

function exportAs(what) {
  const sheet = state.sheet;
  const name = clip(sheet.title(), 40).replace(/[\\/:*?"<>|\u0000-\u001f]/g, "_");
  if (what === "scores") download(name + "-" + word("scoreboard") + ".csv", "text/csv;charset=utf-8", scoresCsv(sheet));
  if (what === "tasks") download(name + "-" + word("tasks") + ".csv", "text/csv;charset=utf-8", tasksCsv(sheet));
  if (what === "calendar") download(name + "-" + word("tasks") + ".ics", "text/calendar;charset=utf-8", calendarOf(sheet, new Date()));
}
