#!/usr/bin/env python3
"""load.py RECORDS CONNECTION: loads Parquet tables of records into PostgreSQL, each type as a table of its own.

RECORDS     the folder that examples/python/to_parquet.py or examples/spark/extract.py wrote
CONNECTION  as libpq takes it: postgresql://user@host/database

PostgreSQL knows no parts of columns: the fields of a part become columns (period_begin), lists of parts tables of their own
(indicator_changes, keyed by source, id and position), other lists arrays. A table that is there already is replaced."""

import sys
from pathlib import Path
from typing import Iterator

import adbc_driver_postgresql.dbapi as postgres
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq


def flat(table: pa.Table) -> pa.Table:
    """Parts as columns, however deep."""
    while any(pa.types.is_struct(field.type) for field in table.schema):
        table = table.flatten()
    return table.rename_columns([name.replace(".", "_") for name in table.column_names])


def is_list_of_parts(field: pa.Field) -> bool:
    return pa.types.is_list(field.type) and pa.types.is_struct(field.type.value_type)


def part_table(table: pa.Table, name: str) -> pa.Table:
    """The members of a list, a row each, with the key of the record they stand in and their position from 0."""
    rows = table.select(["source", "id", name]).combine_chunks()
    lists = rows[name].combine_chunks()
    lengths = pc.fill_null(pc.list_value_length(lists), 0).to_pylist()
    keys = rows.select(["source", "id"]).take(pc.list_parent_indices(lists))
    columns = {"source": keys["source"], "id": keys["id"]}
    columns["position"] = pa.array([i for length in lengths for i in range(length)], pa.int32())
    members = pc.list_flatten(lists)
    for field in members.type:
        columns[field.name] = pc.struct_field(members, field.name)
    return flat(pa.table(columns))


def tables(type_: str, table: pa.Table) -> Iterator[tuple[str, pa.Table]]:
    """The tables of one type of record, by name."""
    lists = [field.name for field in table.schema if is_list_of_parts(field)]
    yield type_, flat(table.drop_columns(lists))
    for name in lists:
        yield f"{type_}_{name}", part_table(table, name)


def main(records: Path, connection: str) -> None:
    with postgres.connect(connection) as database, database.cursor() as cursor:
        for folder in sorted(path for path in records.iterdir() if any(path.glob("*.parquet"))):
            for name, table in tables(folder.name, pq.read_table(folder)):
                cursor.adbc_ingest(name, table, mode="replace")
        database.commit()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__.splitlines()[0])
    main(Path(sys.argv[1]), sys.argv[2])
