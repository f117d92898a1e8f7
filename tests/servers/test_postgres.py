"""examples/postgres against a server of this test's own: a new cluster on a free port of this machine, gone afterwards.

PostgreSQL does not run as root, so root starts it as the user `postgres`."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import adbc_driver_postgresql.dbapi as postgres
import samples


def server_programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    return found[-1] if found else Path(shutil.which("postgres")).resolve().parent


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Server:
    def __init__(self) -> None:
        self.programs = server_programs()
        self.folder = tempfile.mkdtemp(prefix="gongwen-postgres-")
        self.port = free_port()
        self.user = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
        if self.user:
            shutil.chown(self.folder, **self.user)
        self.data = f"{self.folder}/data"

    def run(self, program: str, *arguments: str) -> None:
        command = [self.programs / program, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, cwd=self.folder, **self.user)
        if done.returncode != 0:
            raise RuntimeError(f"{program}: {done.stdout}{done.stderr}")

    def start(self) -> str:
        """The way to connect."""
        self.run("initdb", "-D", self.data, "-U", "gongwen", "-A", "trust", "-E", "UTF8", "--no-locale", "-N")
        settings = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.folder} -c fsync=off"
        self.run("pg_ctl", "-D", self.data, "-w", "-o", settings, "-l", f"{self.folder}/log", "start")
        return f"postgresql://gongwen@127.0.0.1:{self.port}/postgres"

    def stop(self) -> None:
        try:
            self.run("pg_ctl", "-D", self.data, "-w", "-m", "immediate", "stop")
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)


class Load(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        server = Server()
        cls.addClassCleanup(server.stop)
        cls.connection = server.start()
        command = [sys.executable, samples.EXAMPLES / "postgres" / "load.py", samples.folder() / "records", cls.connection]
        for _ in range(2):  # the second replaces what the first loaded
            subprocess.run(command, check=True)

    def ask(self, query):
        with postgres.connect(self.connection) as database, database.cursor() as cursor:
            cursor.execute(query)
            return cursor.fetchall()

    def test_every_table_has_every_row(self):
        for path in (samples.folder() / "records").iterdir():
            count = samples.rows(path.parent, path.name).num_rows
            self.assertEqual(self.ask(f'select count(*) from "{path.name}"'), [(count,)], path.name)

    def test_exact_numbers_and_days(self):
        rows = self.ask(
            "select area, period_end::text, value::text, completion_value::text from indicator "
            "where indicator_id = 'budget_revenue_general_public' and status = 'actual' order by source"
        )
        made = map(samples.counties.facts, range(samples.DOCUMENTS))
        plain = lambda number: format(number.normalize(), "f")
        expected = [(f["county"], f"{f['year']}-12-31", plain(f["revenue"] * 10**8), plain(f["completion"])) for f in made]
        self.assertEqual([(a, d, v.rstrip("0").rstrip(".") if "." in v else v, c) for a, d, v, c in rows], expected)

    def test_changes_are_joined_by_their_key(self):
        rows = self.ask(
            "select i.area, extract(year from i.period_end)::int, c.value::float from indicator i "
            "join indicator_changes c using (source, id) where i.indicator_id = 'gdp' and i.status = 'actual' "
            "and c.basis = 'yoy' and c.of is null and c.position = 0 order by i.source"
        )
        made = map(samples.counties.facts, range(samples.DOCUMENTS))
        self.assertEqual(rows, [(f["county"], f["year"], float(f["growth"])) for f in made])

    def test_evidence(self):
        ((slots,),) = self.ask("select count(*) from indicator_evidence e join indicator i using (source, id) where e.slot = 'value'")
        ((values,),) = self.ask("select count(*) from indicator where value is not null")
        self.assertEqual(slots, values)


if __name__ == "__main__":
    unittest.main()
