"""The one metadata, and the columns that tables share."""

from sqlalchemy import BigInteger, Column, Integer, MetaData, text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def chat_id() -> Column[int]:
    """The first column of every chat-scoped primary key."""
    return Column("chat_id", BigInteger, primary_key=True, autoincrement=False)


def key(name: str) -> Column[int]:
    """A further integer column of a primary key."""
    return Column(name, BigInteger, primary_key=True, autoincrement=False)


def counter(name: str) -> Column[int]:
    """A count that starts at nought."""
    return Column(name, Integer, nullable=False, server_default=text("0"))
