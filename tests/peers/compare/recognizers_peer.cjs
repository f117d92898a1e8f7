// Recognizers-Text as a peer, with the protocol of jionlp_peer.py: numbers, percentages, money, dimensions, temperatures
// and times of Chinese.
const readline = require('readline');
const path = require('path');
const suite = require(path.join(process.argv[2], 'node_modules/@microsoft/recognizers-text-suite'));
const culture = suite.Culture.Chinese;

// P1Y2M3W4DT5H6M7S as [months, days, seconds]; null for what is no length
function length(timex) {
  const m = /^P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/.exec(timex || '');
  if (!m) return null;
  const n = m.slice(1).map((x) => Number(x || 0));
  return [n[0] * 12 + n[1], n[2] * 7 + n[3], n[4] * 3600 + n[5] * 60 + n[6]];
}

function* quantities(text) {
  const readers = [suite.recognizeNumber, suite.recognizePercentage, suite.recognizeCurrency, suite.recognizeDimension,
    suite.recognizeTemperature];
  for (const read of readers) {
    for (const m of read(text, culture)) {
      const value = m.resolution && m.resolution.value;
      yield {kind: 'quantity', begin: m.start, end: m.end + 1, values: value ? [String(value).replace('%', '')] : []};
    }
  }
}
function* times(text, date) {
  for (const m of suite.recognizeDateTime(text, culture, undefined, new Date(date + 'T12:00:00'))) {
    for (const value of (m.resolution && m.resolution.values) || [{}]) {
      const begin = value.start || value.value, end = value.end || value.value;
      const found = {kind: 'time', begin: m.start, end: m.end + 1};
      if (value.type === 'duration') found.length = length(value.timex);
      else if (begin || end) [found.begin_day, found.end_day] = [(begin || '').slice(0, 10), (end || '').slice(0, 10)];
      yield found;
    }
  }
}

readline.createInterface({input: process.stdin}).on('line', (line) => {
  const unit = JSON.parse(line);
  let said = [];
  try {
    said = [...quantities(unit.text), ...times(unit.text, unit.date)];
  } catch (e) { // it raises on some inputs, and then has read nothing
    said = [];
  }
  // its offsets are UTF-16; nothing of this language beyond U+FFFF is in the texts but rarely, so what follows is exact there
  const points = [0];
  for (const c of unit.text) for (let i = 0; i < c.length; ++i) points.push(points[points.length - 1] + (i + 1 === c.length ? 1 : 0));
  for (const m of said) [m.begin, m.end] = [points[m.begin], points[m.end]];
  process.stdout.write(JSON.stringify(said) + '\n');
});
