"""What can end the process, and the one line that says why."""

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bot.backups import BackupError
from bot.configuration import ConfigurationError
from bot.lease import AlreadyRunning
from bot.sandbox_mode import SandboxFailed
from bot.telegram_api import ApiError
from models.trouble import is_trouble

UNAUTHORIZED = (401, 404)


def exit_code_of(error: BaseException) -> tuple[str, int] | None:
    """The line and exit code for an end that is nobody's bug, or None."""
    while isinstance(error, BaseExceptionGroup) and len(error.exceptions) == 1:
        error = error.exceptions[0]
    if isinstance(error, ApiError) and error.code in UNAUTHORIZED:
        return "BOT_TOKEN: Telegram does not know this token; ask @BotFather for a valid one", 2
    if isinstance(error, SQLAlchemyError) and is_trouble(error):
        return f"DATABASE_URL: the database cannot be used: {_reason(error)}", 2
    if isinstance(error, ConfigurationError):
        return str(error), 2
    if isinstance(error, AlreadyRunning | BackupError | SandboxFailed):
        return str(error), 3
    if isinstance(error, OSError):
        return str(error), 1
    return None


def _reason(error: SQLAlchemyError) -> str:
    """The driver's own words in one line, without statement and address."""
    origin = error.orig if isinstance(error, DBAPIError) else error
    return " ".join(str(origin).split())
