"""extract.py DOCUMENTS OUT: reads documents on a Spark cluster and writes a Parquet table for each type of record.

DOCUMENTS  a folder of files, or with --table a Parquet table with the columns `source` and `content` (text or bytes)
OUT        a folder; OUT/indicator and the like are written anew. A document that can't be read is a row of OUT/failure

The function `read` runs on the executors and needs the package gongwen in their Python; see README.md beside this file.
"""

from __future__ import annotations

import argparse
from typing import Iterator

import pyarrow as pa

TYPES = (
    "document edit node quantity ratio rank time entity indicator project task appraisal problem formulation finding".split()
)
FAILURE = pa.schema([("source", pa.string()), ("code", pa.string()), ("offset", pa.int64()), ("message", pa.string())])


def schemas() -> dict[str, pa.Schema]:
    """The columns of each table."""
    import gongwen

    empty = gongwen.read(b"")
    return {type_: pa.schema(empty.to_arrow(type_)) for type_ in TYPES} | {"failure": FAILURE}


def extract(source: str, content: bytes | str) -> dict[str, pa.Table]:
    """The records of one document, in the tables that have any."""
    import gongwen

    try:
        read_content = gongwen.read_text if isinstance(content, str) else gongwen.read
        document = read_content(content, source=source)
    except gongwen.Error as error:
        row = {"source": source, "code": error.code, "offset": error.offset, "message": str(error)}
        return {"failure": pa.Table.from_pylist([row], FAILURE)}
    return {type_: pa.table(found) for type_ in TYPES if len(found := document.to_arrow(type_))}


def read(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """For mapInArrow: documents in, records out. All types leave in one pass, each in a column of its own: a row has one
    record in the column of its type, and nulls beside it."""
    columns = {type_: pa.struct(list(schema)) for type_, schema in schemas().items()}
    for batch in batches:
        found: dict[str, list[pa.Table]] = {}
        for source, content in zip(batch["source"].to_pylist(), batch["content"].to_pylist()):
            for type_, table in extract(source, content).items():
                found.setdefault(type_, []).append(table)
        for type_, tables in found.items():
            rows = pa.concat_tables(tables).combine_chunks().to_batches()[0].to_struct_array()
            yield pa.RecordBatch.from_arrays(
                [rows.cast(column) if name == type_ else pa.nulls(len(rows), column) for name, column in columns.items()],
                list(columns),
            )


def documents(spark, path: str, table: bool):
    """Two columns, `source` and `content`."""
    from pyspark.sql.functions import col, regexp_replace

    if table:
        return spark.read.parquet(path).select("source", "content")
    files = spark.read.format("binaryFile").load(path)
    return files.select(regexp_replace(col("path"), "^file:/+", "/").alias("source"), "content")


def run(spark, path: str, out: str, table: bool = False) -> None:
    from pyspark import StorageLevel
    from pyspark.sql.functions import col

    tables = schemas()
    # The schema of the pass as Spark has it: a struct a type.
    wide = pa.schema([(type_, pa.struct(list(schema))) for type_, schema in tables.items()])
    schema = spark.createDataFrame(wide.empty_table()).schema
    # Documents differ in length, so there are more parts than cores; a part is read once and kept for all the tables.
    parts = spark.sparkContext.defaultParallelism * 4
    found = documents(spark, path, table).repartition(parts).mapInArrow(read, schema).persist(StorageLevel.DISK_ONLY)
    for type_ in tables:
        rows = found.where(col(type_).isNotNull()).select(f"{type_}.*")
        rows.write.mode("overwrite").parquet(f"{out}/{type_}")
    found.unpersist()


def main(arguments: list[str] | None = None) -> None:
    from pyspark.sql import SparkSession

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("documents")
    parser.add_argument("out")
    parser.add_argument("--table", action="store_true", help="DOCUMENTS is a Parquet table of source and content")
    given = parser.parse_args(arguments)
    before = SparkSession.getActiveSession()  # of a notebook, or of a caller with more to do: it goes on afterwards
    spark = before or SparkSession.builder.appName("gongwen").getOrCreate()
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 64)  # documents, which may be long
    try:
        run(spark, given.documents, given.out, given.table)
    finally:
        if before is None:
            spark.stop()


if __name__ == "__main__":
    main()
