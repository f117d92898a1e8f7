"""wheel_use.py FILE: uses the package as it is installed, and tells whose ICU it runs with. wheel.sh and wheel_root.sh run
it in environments that have the wheel and nothing else."""

import sys
from pathlib import Path

import gongwen

document = gongwen.read(sys.argv[1])
assert len(document.indicators) > 10 and document.to_jsonl().startswith('{"type":"document"')
assert [gongwen.as_line(i) for i in document.indicators]
assert len(list(gongwen.extract_many([sys.argv[1]] * 4, jobs=2))) == 4
assert len(gongwen.compare(document, document)) > 0
if gongwen.reads_rich_files():
    assert gongwen.read("<!DOCTYPE html><p>全县财政收入2.5亿元。</p>".encode()).original == "全县财政收入2.5亿元。\n"
maps = Path("/proc/self/maps")
if maps.exists():  # not in a bare root, which has no other ICU
    icu = {line.split()[-1] for line in maps.read_text(encoding="utf-8").splitlines() if "libicu" in line}
    assert icu and all("gongwen" in path for path in icu), icu
rich = "with" if gongwen.reads_rich_files() else "without"
print(f"Python {sys.version.split()[0]} with gongwen {gongwen.version()}, the ICU of the wheel, {rich} readers of rich files")
