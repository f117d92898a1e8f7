"""examples/spark on a cluster on this machine: a master, two workers with a core each, and the Python of this test.

The tables must be those of one process, and both executors must have read documents. Where the cluster does not start the
test fails."""

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


def executors(log: Path) -> set[str]:
    """Which executors finished a task of the stage that reads documents, as Spark's own log of events says."""
    reading, found = set(), set()
    for path in (path for path in log.rglob("*") if path.is_file() and not path.name.startswith((".", "appstatus"))):
        for event in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            if event["Event"] == "SparkListenerStageSubmitted":
                stage = event["Stage Info"]
                if any("MapInArrow" in rdd.get("Scope", "") for rdd in stage["RDD Info"]):
                    reading.add(stage["Stage ID"])
            elif event["Event"] == "SparkListenerTaskEnd" and event["Stage ID"] in reading:
                if event["Task End Reason"]["Reason"] == "Success":
                    found.add(event["Task Info"]["Executor ID"])
    return found


class Cluster(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.here = Path(folder.name)

    def submit(self, name: str, *arguments: object) -> Path:
        """Runs the job; returns the folder of its tables."""
        home = Path(pyspark.__file__).parent
        out, log = self.here / name, self.here / f"{name}.log"
        log.mkdir()
        environment = os.environ | {
            "SPARK_HOME": str(home),
            "SPARK_LOCAL_IP": "127.0.0.1",
            "SPARK_LOCAL_DIRS": str(self.here / "scratch"),
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
        command = [home / "bin" / "spark-submit", "--master", "local-cluster[2,1,1024]", "--driver-memory", "1g"]
        for key, value in settings.items():
            command += ["--conf", f"{key}={value}"]
        done = subprocess.run([*command, JOB, *map(str, arguments), out], env=environment, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout[-2000:] + done.stderr[-6000:])
        self.assertGreaterEqual(len(executors(log)), 2, "only one executor took part")
        return out

    def same_tables(self, out: Path, expected: Path) -> None:
        for type_ in TYPES:
            found, wanted = samples.rows(out, type_), samples.rows(expected, type_)
            # Spark writes every column as one that may be null, and lists under its own names: the values are what counts.
            self.assertEqual(found.column_names, wanted.column_names, type_)
            self.assertEqual(found.to_pylist(), wanted.to_pylist(), type_)
            for name in wanted.column_names:
                if pa.types.is_decimal(wanted.schema.field(name).type):
                    self.assertEqual(found.schema.field(name).type, pa.decimal128(38, 10))

    def test_a_folder(self):
        out = self.submit("folder", samples.folder() / "reports")
        self.same_tables(out, samples.folder() / "records")
        self.assertEqual(samples.rows(out, "document").num_rows, samples.DOCUMENTS)
        self.assertEqual(pq.read_table(out / "failure").num_rows, 0)

    def test_a_table(self):
        files = sorted((samples.folder() / "reports").iterdir())
        table = pa.table({"source": [str(file) for file in files], "content": [file.read_text(encoding="utf-8") for file in files]})
        pq.write_table(table, self.here / "reports.parquet")
        out = self.submit("table", "--table", self.here / "reports.parquet")
        self.same_tables(out, samples.folder() / "records")


if __name__ == "__main__":
    unittest.main()
