#!/usr/bin/env python3
"""counties.py FOLDER [DOCUMENTS]: writes yearly reports of counties that do not exist, for the examples and their tests.

Every number follows from the place in the list, so the same call writes the same files, and `expected` knows the answers."""

import sys
from decimal import Decimal
from pathlib import Path

COUNTIES = ("清塘县", "石桥县", "南浦县", "云岭县", "双溪县", "东林县", "白沙县", "金坪县", "永湖县", "长陂县")

REPORT = """{county}{year}年国民经济和社会发展情况报告
（{next}年1月15日）

各位代表：

一、{year}年工作回顾

{year}年，{county}完成地区生产总值{gdp}亿元，同比增长{growth}%。其中，第一、二、三产业增加值分别为{first}亿元、{second}亿元、{third}亿元，同比分别增长{g1}%、{g2}%、{g3}%。

{year}年，{county}完成一般公共预算收入{revenue}亿元，完成年度预算的{completion}%。规模以上工业增加值增长{industry}%。全年新增城镇就业{jobs}人。

（一）项目建设扎实推进。{project}总投资{investment}亿元，已完成投资{invested}亿元，目前正在建设。

（二）存在的问题。一是财源基础还不稳固；二是部分项目进展偏慢。

二、{next}年工作安排

{next}年，要确保地区生产总值增长{target}%以上，力争新增规模以上工业企业{firms}家。县发改局要在6月底前完成项目库更新。
"""
PROJECTS = ("青龙湖引水工程", "滨江大道改造工程", "城北污水处理厂", "通用机场项目")


def facts(number: int) -> dict:
    """What the report of this number says."""
    county, year = COUNTIES[number % len(COUNTIES)], 2019 + number // len(COUNTIES) % 5
    tenths = lambda n: Decimal(n) / 10
    gdp = tenths(880 + 137 * number % 2200)
    first, second = tenths(int(gdp * 2)), tenths(int(gdp * 4))
    return {
        "county": county,
        "year": year,
        "next": year + 1,
        "gdp": gdp,
        "growth": tenths(31 + 7 * number % 55),
        "first": first,
        "second": second,
        "third": gdp - first - second,
        "g1": tenths(20 + number % 9),
        "g2": tenths(41 + number % 13),
        "g3": tenths(52 + number % 17),
        "revenue": tenths(42 + 11 * number % 300),
        "completion": tenths(931 + 53 * number % 140),
        "industry": tenths(45 + number % 60),
        "jobs": 1200 + 37 * number % 4000,
        "project": PROJECTS[number % len(PROJECTS)],
        "investment": tenths(15 + 3 * number % 80),
        "invested": tenths(5 + number % 9),
        "target": tenths(50 + number % 20),
        "firms": 5 + number % 12,
    }


def report(number: int) -> str:
    return REPORT.format(**facts(number))


def write(folder: Path, documents: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(documents):
        (folder / f"report-{number:05}.txt").write_text(report(number), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__.splitlines()[0])
    write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) == 3 else 50)
