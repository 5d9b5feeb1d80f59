"""Writing many rows with one statement, compiled once: what the hot path spends per row counts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sqlalchemy import Dialect, Insert, Table

    from models.work import Work

    Process = Callable[[object], object]


@dataclass(frozen=True, kw_only=True, slots=True)
class Prepared:
    """A statement in the driver's own words, with what each column's type does to its values on the way in."""

    sql: str
    columns: tuple[tuple[str, Process | None], ...]
    positional: bool

    def row(self, values: Mapping[str, object]) -> tuple[object, ...] | dict[str, object]:
        """One row of parameters in the driver's form."""
        if self.positional:
            return tuple(process(values[name]) if process else values[name] for name, process in self.columns)
        return {name: process(values[name]) if process else values[name] for name, process in self.columns}


@lru_cache(maxsize=64)
def prepare(statement: Insert, columns: tuple[str, ...], dialect: Dialect) -> Prepared:
    """Compile an insert of these columns."""
    compiled = statement.compile(dialect=dialect, column_keys=columns)
    table: Table = statement.table  # type: ignore[assignment] # an insert's table is a Table
    order = tuple(compiled.positiontup) if compiled.positiontup else columns
    return Prepared(
        sql=str(compiled),
        columns=tuple((name, table.c[name].type.dialect_impl(dialect).bind_processor(dialect)) for name in order),
        positional=compiled.positiontup is not None,
    )


async def write(work: Work, statement: Insert, columns: tuple[str, ...], rows: Iterable[Mapping[str, object]]) -> None:
    """Insert rows of these columns; the statement is to be one that is kept, since it is compiled once."""
    prepared = prepare(statement, columns, work.connection.dialect)
    parameters = [prepared.row(row) for row in rows]
    if parameters:
        await work.connection.exec_driver_sql(prepared.sql, parameters)
