#!/usr/bin/env python3
"""calibration.py PROGRAM: of each kind of fact and each confidence, how many facts have it, the share of their slots that are
right, and which part of all right slots they hold, over the texts with known answers in $GONGWEN_SHARED/eval. The texts that
no rule was written from are counted apart. Problems have no known answers."""
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

APART = {"dev-speech", "dev-news", "dev-invest", "dev-township", "dev-pdf"}


def main(program):
    folder = Path(os.environ.get("GONGWEN_SHARED", "")) / "eval"
    if not (folder / "score.py").exists():
        print("no texts with known answers: GONGWEN_SHARED is not set, or has no eval/score.py")
        return 77
    sys.path.insert(0, str(folder))
    import score

    kinds = {kind: getattr(score, kind + "_slots") for kind in ("indicator", "project", "task", "appraisal", "formulation")}
    groups = {(kind, group): {} for kind in kinds for group in ("reports and bulletins", "set aside")}
    for path in sorted(folder.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        group = "set aside" if name in APART else "reports and bulletins"
        gold = json.loads(path.read_text(encoding="utf-8"))
        doc = folder / gold["doc"]
        score.locate_gold(gold, doc.read_text(encoding="utf-8-sig"))
        day = ["--reference-date", gold["reference_date"]] if gold.get("reference_date") else []
        said = subprocess.run([program, "extract", str(doc), "--format", "jsonl", *day], capture_output=True, check=True)
        with tempfile.NamedTemporaryFile(suffix=".jsonl") as lines:
            Path(lines.name).write_bytes(said.stdout)
            got = score.read_output(lines.name)
        for kind, slots in kinds.items():
            if kind + "s" not in gold:
                continue
            rows = groups[kind, group]
            for confidence, right, total in judged(score, slots, gold[kind + "s"], got.get(kind, [])):
                row = rows.setdefault(confidence, [0, 0, 0])
                row[0] += 1
                row[1] += right
                row[2] += total
    for (kind, group), rows in groups.items():
        title = f"{kind}s, {group}"
        right = sum(r[1] for r in rows.values()) or 1
        print(f"{title:36} {'facts':>6} {'right':>7} {'of all right':>13}")
        for confidence, (facts, ok, slots) in sorted(rows.items(), reverse=True):
            print(f"  confidence {confidence:<23} {facts:6} {ok / max(1, slots):7.3f} {ok / right:13.2f}")
    return 0


def judged(score, slots, gold, got):
    """(confidence, right slots, slots) of each fact that the gold does not leave open."""
    need = [g for g in gold if not g.get("optional")]
    optional = [g for g in gold if g.get("optional")]

    def fit(a, b):
        return score.iou(a["_span"], b["_span"]) + sum(any(score.same_slot(x, y) for y in slots(b)) for x in slots(a))

    pairs, _, extra = score.align(need, got, fit, loose=True)
    for g, s in pairs:
        left = slots(s)
        total, right = len(left), 0
        for a in slots(g):
            hit = next((b for b in left if score.same_slot(a, b)), None)
            if hit is not None:
                left.remove(hit)
                right += 1
        total -= sum(b[0] == "canonical" and not g.get("canonical") for b in left)
        yield s["confidence"], right, total
    for s in extra:
        if not score.hit_optional(s, optional, loose=True):
            yield s["confidence"], 0, len(slots(s))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
