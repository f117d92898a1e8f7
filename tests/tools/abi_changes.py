"""abi_changes.py ABI FOLDER: the descriptions of other interfaces than that of ABI, each a file FOLDER/CHANGE.abi. Seen from
there, what ABI describes has changed: a field that only the description has is one that was removed since."""

import re
import sys
from pathlib import Path


def struct(name, text):
    """A struct as its description has it."""
    return re.search(rf"    <class-decl name='{name}' .*?</class-decl>\n", text, re.DOTALL)[0]


def members(text):
    return re.findall(r"      <data-member .*?</data-member>\n", text, re.DOTALL)


def sized(text, bits):
    return re.sub(r"size-in-bits='\d+'", f"size-in-bits='{bits}'", text, count=1)


def changed(text, old, new):
    if old == new or text.count(old) != 1:
        sys.exit(f"abi_changes.py: the description is not as it was thought to be: {old}")
    return text.replace(old, new)


def field_removed(text):
    """There was one more in the midst of gongwen_ratio."""
    old = struct("gongwen_ratio", text)
    bits = int(re.search(r"size-in-bits='(\d+)'", old)[1])
    found = members(old)
    extra = re.sub(r"name='\w+'", "name='gone'", found[2])
    moved = [re.sub(r"in-bits='(\d+)'", lambda m: f"in-bits='{int(m[1]) + 64}'", member) for member in found[2:]]
    new = old.replace("".join(found), "".join([*found[:2], extra, *moved]))
    return changed(text, old, sized(new, bits + 64))


def field_moved(text):
    """Two fields of one type stood the other way round."""
    old = struct("gongwen_span", text)
    return changed(text, old, old.replace("'begin'", "'x'").replace("'end'", "'begin'").replace("'x'", "'end'"))


def value_grown(text):
    """A value, which stands inside others, was smaller."""
    old = struct("gongwen_fraction", text)
    return changed(text, old, sized(old.replace(members(old)[-1], ""), 64))


def row_grown(text):
    """A row lacked its last field."""
    old = struct("gongwen_finding", text)
    last = members(old)[-1]
    bits = re.search(r"in-bits='(\d+)'", last)[1]
    return changed(text, old, sized(old.replace(last, ""), bits))


def enumerator_changed(text):
    old = re.search(r" *<enumerator name='GONGWEN_SEVERITY_WARNING' value='1'/>\n", text)[0]
    return changed(text, old, old.replace("'1'", "'7'"))


SYMBOL = "    <elf-symbol name='gongwen_version' version='GONGWEN_1' "


def function_removed(text):
    """There was a function beside gongwen_version."""
    line = re.search(SYMBOL + ".*\n", text)[0]
    return changed(text, line, line.replace("gongwen_version", "gongwen_gone") + line)


def function_added(text):
    """There was no gongwen_version."""
    line = re.search(SYMBOL + ".*\n", text)[0]
    function = re.search(r"    <function-decl name='gongwen_version' .*?</function-decl>\n", text, re.DOTALL)[0]
    return changed(changed(text, line, ""), function, "")


description = Path(sys.argv[1]).read_text(encoding="utf-8")
for change in (field_removed, field_moved, value_grown, row_grown, enumerator_changed, function_removed, function_added):
    Path(sys.argv[2], change.__name__ + ".abi").write_text(change(description), encoding="utf-8")
