"""The questions of examples/duckdb, answered from Parquet tables and compared with what the reports were made from."""

import os
import unittest
from decimal import Decimal

import duckdb
import samples


class Questions(unittest.TestCase):
    def ask(self, name):
        query = (samples.EXAMPLES / "duckdb" / f"{name}.sql").read_text(encoding="utf-8")
        before = os.getcwd()
        os.chdir(samples.folder())
        try:
            return duckdb.sql(query).fetchall()
        finally:
            os.chdir(before)

    def test_which_counties_missed_their_target(self):
        made = map(samples.counties.facts, range(samples.DOCUMENTS))
        expected = {(f["county"], f["year"], f["revenue"] * 10**8, f["completion"]) for f in made if f["completion"] < 100}
        found = self.ask("missed_targets")
        self.assertEqual({row[:4] for row in found}, expected)
        self.assertEqual(len(found), len(expected))
        self.assertGreater(len(expected), 5)
        for county, year, taken_in, percent, missing, source, at in found:
            self.assertAlmostEqual(missing, float(taken_in) * (100 / float(percent) - 1), delta=1)
            with open(source, encoding="utf-8") as file:
                self.assertTrue(file.read()[at:].startswith(f"{taken_in / 10**8:f}".rstrip("0").rstrip(".")))

    def test_growth_by_county_and_year(self):
        made = [samples.counties.facts(n) for n in range(samples.DOCUMENTS)]
        expected = {}
        for f in made:
            expected.setdefault(f["county"], {})[f["year"]] = f["growth"]
        found = {row[0]: dict(zip(range(2019, 2024), map(Decimal, row[1:]))) for row in self.ask("gdp_growth")}
        self.assertEqual(found, expected)


if __name__ == "__main__":
    unittest.main()
