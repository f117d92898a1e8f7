#!/usr/bin/env python3
"""entity_recall.py PROGRAM: how many of the places and organs that a reader named in the texts with known answers are entities.

The answers in $GONGWEN_SHARED/eval list no entities, but they name some: who owns a task, whose a figure is, who was praised. Each
such name that stands in its text by these words, and whose last character is that of a place or an organ, is asked for once; it is
found where an entity of the text has just these words, and touched where one holds it or a part of it. 全市, 各单位 and the like are
nobody's name. Prints figures alone, and how fast all texts are read. Ends with 77 where there are no answers.
"""
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

tails = "省市县区州旗乡镇村局厅委办院部府会行校司队"
never = ("全", "我", "本", "各", "省有关", "牵头", "责任", "有关", "相关", "其他", "这", "该")


def names_of(gold):
    """The names that the answers use for somebody or some place."""
    for fact in gold.get("indicators", []):
        yield fact.get("area")
    for task in gold.get("tasks", []):
        yield from task.get("owner") or []
    for verdict in gold.get("appraisals", []):
        yield from verdict.get("of") or []


def asked(gold, text):
    names = {n.strip() for n in names_of(gold) if isinstance(n, str)}
    return sorted(n for n in names if len(n) > 2 and n[-1] in tails and not n.startswith(never) and n in text)


def entities_of(program, path, date):
    command = [program, "extract", "--format", "jsonl", "--only", "entity"]
    run = subprocess.run(command + (["--reference-date", date] if date else []) + [str(path)], capture_output=True, check=True)
    return [json.loads(line)["text"] for line in run.stdout.splitlines()]


def speed(program, text):
    """MB/s of the program for entities alone, on the texts again and again up to some 2 MB, process start and output included."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "all.txt"
        path.write_text(text * (2_000_000 // len(text.encode()) + 1))
        begin = time.perf_counter()
        entities_of(program, path, "2024-07-25")
        return path.stat().st_size / (time.perf_counter() - begin) / 1e6


def main():
    shared = os.environ.get("GONGWEN_SHARED", "")
    folder = Path(shared) / "eval"
    golds = sorted(folder.glob("*.gold.json")) if shared else []
    if not golds:
        print("GONGWEN_SHARED is not set: no answers")
        return 77
    found = touched = count = 0
    together = ""
    for path in golds:
        gold = json.loads(path.read_text())
        source = folder / gold["doc"]
        if not source.exists():
            continue
        text = source.read_text(errors="replace")
        entities = set(entities_of(sys.argv[1], source, gold.get("reference_date")))
        together += text
        for name in asked(gold, text):
            count += 1
            found += name in entities
            touched += any(name in e or e in name for e in entities)
    print(f"names {count}, found as they stand {found / count:.3f}, touched {touched / count:.3f}; {speed(sys.argv[1], together):.1f} MB/s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
