"""Telling a database in trouble from a mistake in what was asked of it."""

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

SQLITE_TROUBLE = ("locked", "busy", "full", "disk i/o", "readonly", "unable to open", "malformed", "interrupted")


def is_trouble(error: BaseException) -> bool:
    """Whether the database itself failed: then the same work may succeed later, and no update is to blame."""
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    if isinstance(error, InterfaceError):
        return True
    if not isinstance(error, OperationalError):
        return False
    origin = error.orig
    if type(origin).__module__.startswith("sqlite3"):
        return any(word in str(origin).lower() for word in SQLITE_TROUBLE)
    return True
