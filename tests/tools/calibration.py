#!/usr/bin/env python3
"""calibration.py PROGRAM [FOLDER...]: of each kind of fact and each band of confidence, how many facts are in it, the confidence
they claim, the share of their slots that are right, and which part of all right slots they hold; then the same from 0.9 on.
Over the texts with known answers in $GONGWEN_SHARED/eval, those that no rule was written from apart, and those of FOLDERs, a
third group. Problems have no known answers."""
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

BANDS = [0.95, 0.9, 0.85, 0.8, 0.7, 0]
APART = {"dev-speech", "dev-news", "dev-invest", "dev-township", "dev-pdf"}
GROUPS = ("reports and bulletins", "set aside", "others")


def main(program, others):
    folder = Path(os.environ.get("GONGWEN_SHARED", "")) / "eval"
    if not (folder / "score.py").exists():
        print("no texts with known answers: GONGWEN_SHARED is not set, or has no eval/score.py")
        return 77
    sys.path.insert(0, str(folder))
    import score

    kinds = {kind: getattr(score, kind + "_slots") for kind in ("indicator", "project", "task", "appraisal", "formulation")}
    groups = {(kind, group): [] for kind in kinds for group in GROUPS}
    for path in [p for f in [folder, *others] for p in sorted(Path(f).glob("*.gold.json"))]:
        name = path.name.removesuffix(".gold.json")
        group = GROUPS[2] if path.parent != folder else GROUPS[1] if name in APART else GROUPS[0]
        gold = json.loads(path.read_text(encoding="utf-8"))
        doc = path.parent / gold["doc"]
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
                rows.append((confidence, right, total))
    for (kind, group), rows in groups.items():
        if not rows:
            continue
        title = f"{kind}s, {group}"
        print(f"{title:36} {'facts':>6} {'said':>7} {'right':>7} {'of all right':>13}")
        for i, least in enumerate(BANDS):
            below = BANDS[i - 1] if i else 2
            line(f"from {least}", [r for r in rows if least <= r[0] < below], rows)
        line("0.9 or more", [r for r in rows if r[0] >= 0.9], rows)
    return 0


def line(title, rows, all_rows):
    """One line of the table: of the slots of these facts, how many are right. A fact counts by its slots."""
    if not rows:
        return
    said, right, slots = (sum(x) for x in zip(*((c * n, ok, n) for c, ok, n in rows)))
    part = right / max(1, sum(r[1] for r in all_rows))
    print(f"  {title:34} {len(rows):6} {said / max(1, slots):7.3f} {right / max(1, slots):7.3f} {part:13.2f}")


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
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
