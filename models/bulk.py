"""Writing many rows with one statement, compiled once: what the hot path spends per row counts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy import Dialect, Insert, Table

    from models.work import Work

    Process = Callable[[object], object]
    Row = tuple[object, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Prepared:
    """A statement in the driver's own words, and what the types of some columns do to their values on the way in.

    `order` is where the driver's parameters stand in a row as it is given; None: the driver wants them by name.
    """

    sql: str
    columns: tuple[str, ...]
    order: tuple[int, ...] | None
    processes: tuple[tuple[int, Process], ...]

    def parameters(self, row: Row) -> Row | dict[str, object]:
        """One row in the driver's form."""
        values = list(row)
        for place, process in self.processes:
            values[place] = process(values[place])
        if self.order is None:
            return dict(zip(self.columns, values, strict=True))
        return tuple([values[place] for place in self.order])


@lru_cache(maxsize=64)
def prepare(statement: Insert, columns: tuple[str, ...], dialect: Dialect) -> Prepared:
    """Compile an insert of these columns."""
    compiled = statement.compile(dialect=dialect, column_keys=columns)
    table: Table = statement.table  # type: ignore[assignment] # an insert's table is a Table
    processes = (table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in columns)
    return Prepared(
        sql=str(compiled),
        columns=columns,
        order=tuple(columns.index(name) for name in compiled.positiontup) if compiled.positiontup else None,
        processes=tuple((place, process) for place, process in enumerate(processes) if process is not None),
    )


async def write(work: Work, statement: Insert, columns: tuple[str, ...], rows: Iterable[Row]) -> None:
    """Insert rows of these columns; the statement is to be one that is kept, since it is compiled once."""
    prepared = prepare(statement, columns, work.connection.dialect)
    parameters = [prepared.parameters(row) for row in rows]
    if parameters:
        await work.connection.exec_driver_sql(prepared.sql, parameters)
