"""What can end the process, and the one line that says why."""

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bot.backups import BackupError
from bot.configuration import ConfigurationError
from bot.lease import AlreadyRunning
from bot.sandbox_mode import SandboxFailed
from bot.telegram_api import ApiError
from models.schema import NewerSchema
from models.trouble import is_trouble

UNAUTHORIZED = (401, 404)
# Starting again does not help before somebody has changed a setting; it may when only the database is away.
MISCONFIGURED = 2
REFUSED = 3
DATABASE_AWAY = 5
# SQLite's words for a file of another kind.
NO_DATABASE = "file is not a database"


def exit_code_of(error: BaseException) -> tuple[str, int] | None:
    """The line and exit code for an end that is nobody's bug, or None."""
    while isinstance(error, BaseExceptionGroup) and len(error.exceptions) == 1:
        error = error.exceptions[0]
    if isinstance(error, ApiError) and error.code in UNAUTHORIZED:
        return "BOT_TOKEN: Telegram does not know this token; ask @BotFather for a valid one", MISCONFIGURED
    if isinstance(error, SQLAlchemyError):
        return _about_database(error)
    if isinstance(error, ConfigurationError | NewerSchema):
        return str(error), MISCONFIGURED
    if isinstance(error, AlreadyRunning | BackupError | SandboxFailed):
        return str(error), REFUSED
    if isinstance(error, OSError):
        return str(error), 1
    return None


def _about_database(error: SQLAlchemyError) -> tuple[str, int] | None:
    """The line and exit code when the database itself failed; None when it was asked something wrong."""
    if is_trouble(error):
        return f"DATABASE_URL: the database cannot be used: {_reason(error)}", DATABASE_AWAY
    if NO_DATABASE in str(error):
        return f"DATABASE_URL: {NO_DATABASE}", MISCONFIGURED
    return None


def _reason(error: SQLAlchemyError) -> str:
    """The driver's own words in one line, without statement and address."""
    origin = error.orig if isinstance(error, DBAPIError) else error
    return " ".join(str(origin).split())
