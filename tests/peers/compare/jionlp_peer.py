"""JioNLP as a peer: one JSON object a line in, {"text", "date"}, a list of its mentions a line out.

A mention is {"kind", "begin", "end", ...}: of a quantity `values`, decimals as text; of a time `begin_day`, `end_day` or
`length` [months, days, seconds]. It reads amounts of money only."""

import contextlib
import json
import os
import sys

with contextlib.redirect_stdout(open(os.devnull, "w")):  # it greets on import
    import jionlp

PARTS = {"year": (12, 0, 0), "month": (1, 0, 0), "week": (0, 7, 0), "day": (0, 1, 0), "hour": (0, 0, 3600), "minute": (0, 0, 60), "second": (0, 0, 1)}


def length(delta):
    out = [0.0, 0.0, 0.0]
    for name, count in delta.items():
        if name not in PARTS or not isinstance(count, (int, float)):
            return None
        out = [a + b * count for a, b in zip(out, PARTS[name])]
    return out


def mentions(text, date):
    year, month, day = map(int, date.split("-"))
    for m in jionlp.ner.extract_money(text, with_parsing=True) or []:
        found = m.get("detail") or {}
        number = found.get("num")
        yield {"kind": "quantity", "begin": m["offset"][0], "end": m["offset"][1],
               "values": [number] if isinstance(number, str) else list(number or [])}
    base = {"year": year, "month": month, "day": day}
    for m in jionlp.ner.extract_time(text, time_base=base, with_parsing=True) or []:
        found = {"kind": "time", "begin": m["offset"][0], "end": m["offset"][1]}
        what = (m.get("detail") or {}).get("time")
        if m["type"] in ("time_point", "time_span") and isinstance(what, list):
            found["begin_day"], found["end_day"] = (day[:10] for day in what)
        elif m["type"] == "time_delta" and isinstance(what, dict):
            found["length"] = length(what)
        yield found


for line in sys.stdin:
    unit = json.loads(line)
    try:
        said = list(mentions(unit["text"], unit["date"]))
    except Exception:  # it raises on some inputs, and then has read nothing
        said = []
    print(json.dumps(said, ensure_ascii=False), flush=True)
