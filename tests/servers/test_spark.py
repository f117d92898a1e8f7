"""examples/spark on a cluster on this machine: a master, two workers with a core each, and the Python of this test.

The tables must be those of one process, and in each job both executors must have read documents. One application runs both
jobs (spark_jobs.py), since most of the time goes into its start. Where the cluster does not start the tests fail."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pyspark
import samples

JOB = samples.EXAMPLES / "spark" / "extract.py"
TYPES = samples.module(JOB).TYPES


def executors(log: Path) -> list[set[str]]:
    """Which executors finished tasks of each stage that reads documents first, as Spark's own log of events says. A stage of
    a later table reads what is kept of an earlier one, and has the same RDD."""
    reading: dict[int, int] = {}  # stage to the RDD that mapInArrow made
    found: dict[int, set[str]] = {}
    for path in (path for path in log.rglob("*") if path.is_file() and not path.name.startswith((".", "appstatus"))):
        for event in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            if event["Event"] == "SparkListenerStageSubmitted":
                stage = event["Stage Info"]
                made = [rdd["RDD ID"] for rdd in stage["RDD Info"] if "MapInArrow" in rdd.get("Scope", "")]
                if made and min(made) not in reading.values():
                    reading[stage["Stage ID"]] = min(made)
            elif event["Event"] == "SparkListenerTaskEnd" and event["Stage ID"] in reading:
                if event["Task End Reason"]["Reason"] == "Success":
                    found.setdefault(event["Stage ID"], set()).add(event["Task Info"]["Executor ID"])
    return [found[stage] for stage in sorted(found)]


class Cluster(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.here = Path(folder.name)

        reports = samples.folder() / "reports"
        files = sorted(reports.iterdir())
        table = pa.table({"source": [str(file) for file in files], "content": [file.read_text(encoding="utf-8") for file in files]})
        pq.write_table(table, cls.here / "reports.parquet")
        cls.folder, cls.table = cls.here / "of_folder", cls.here / "of_table"
        cls.submit([[reports, cls.folder], ["--table", cls.here / "reports.parquet", cls.table]])

    @classmethod
    def submit(cls, jobs: list[list[object]]) -> None:
        """Runs the jobs, each its arguments, in one application."""
        home = Path(pyspark.__file__).parent
        log = cls.here / "log"
        log.mkdir()
        environment = os.environ | {
            "SPARK_HOME": str(home),
            "SPARK_LOCAL_IP": "127.0.0.1",
            "SPARK_LOCAL_DIRS": str(cls.here / "scratch"),
            "PYSPARK_PYTHON": sys.executable,
            "PYSPARK_DRIVER_PYTHON": sys.executable,
        }
        settings = {
            "spark.scheduler.minRegisteredResourcesRatio": "1",  # both executors, or none
            "spark.scheduler.maxRegisteredResourcesWaitingTime": "120s",
            "spark.ui.enabled": "false",
            "spark.eventLog.enabled": "true",
            "spark.eventLog.compress": "false",
            "spark.eventLog.dir": log.as_uri(),
        }
        for process in ("driver", "executor"):  # they live for a minute: what a compiler would win takes longer than that
            settings[f"spark.{process}.extraJavaOptions"] = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
        command = [home / "bin" / "spark-submit", "--master", "local-cluster[2,1,1024]", "--driver-memory", "1g"]
        for key, value in settings.items():
            command += ["--conf", f"{key}={value}"]
        command += [Path(__file__).with_name("spark_jobs.py"), JOB, json.dumps(jobs, default=str)]
        done = subprocess.run(list(map(str, command)), env=environment, capture_output=True, text=True)
        if done.returncode != 0:
            raise AssertionError(done.stdout[-2000:] + done.stderr[-6000:])
        cls.executors = executors(log)

    def same_tables(self, out: Path, expected: Path) -> None:
        for type_ in TYPES:
            found, wanted = samples.rows(out, type_), samples.rows(expected, type_)
            # Spark writes every column as one that may be null, and lists under its own names: the values are what counts.
            self.assertEqual(found.column_names, wanted.column_names, type_)
            self.assertEqual(found.to_pylist(), wanted.to_pylist(), type_)
            for name in wanted.column_names:
                if pa.types.is_decimal(wanted.schema.field(name).type):
                    self.assertEqual(found.schema.field(name).type, pa.decimal128(38, 10))

    def test_both_executors_read_in_each_job(self):
        self.assertEqual([len(names) >= 2 for names in self.executors], [True, True], self.executors)

    def test_a_folder(self):
        self.same_tables(self.folder, samples.folder() / "records")
        self.assertEqual(samples.rows(self.folder, "document").num_rows, samples.DOCUMENTS)
        self.assertEqual(pq.read_table(self.folder / "failure").num_rows, 0)

    def test_a_table(self):
        self.same_tables(self.table, samples.folder() / "records")


if __name__ == "__main__":
    unittest.main()
