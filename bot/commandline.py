"""The command line, `python -m bot`: each command loads only what it needs."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from bot import configuration, logs
from bot.configuration import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from bot.configuration import Configuration

log = logging.getLogger(__name__)

# Of bot/failures.py, which loads more than a command needs that only says what is wrong with a setting.
MISCONFIGURED = 2


def give_up(reason: str, code: int = 1) -> NoReturn:
    """One clear line, and the end."""
    click.echo(reason, err=True)
    raise SystemExit(code)


def configured(*, needs_token: bool = False) -> Configuration:
    """The settings in force, with logs set up. Ends the process with one line when they are wrong."""
    try:
        settings = configuration.load()
    except ConfigurationError as error:
        give_up(str(error), MISCONFIGURED)
    if needs_token and settings.bot_token is None:
        give_up("BOT_TOKEN: missing; put the token that @BotFather gave you into .env", MISCONFIGURED)
    logs.configure(level=settings.log_level, style=settings.log_format, token=settings.bot_token)
    return settings


def finish(work: Coroutine[object, object, int]) -> NoReturn:
    """Run to the end; what went wrong is told in one line."""
    import uvloop

    from bot.failures import exit_code_of

    try:
        code = uvloop.run(work)
    except KeyboardInterrupt:
        code = 0
    except Exception as error:
        known = exit_code_of(error)
        if known is not None:
            give_up(*known)
        # Python's own traceback would not pass the filter that hides the token.
        log.critical("a mistake in Steward ended the process", exc_info=error)
        code = 1
    sys.exit(code)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Steward 群管家, a Telegram bot that runs a community the way a good operations team does."""


@main.command()
def run() -> None:
    """Run the bot; without BOT_TOKEN, in the sandbox on this machine."""
    settings = configured()
    from bot.running import run_bot, run_sandbox

    finish(run_sandbox(settings) if settings.bot_token is None else run_bot(settings))


@main.command()
@click.option("--language", type=click.Choice(["en", "zh", "both"]), default="both", show_default=True)
@click.option("--folder", type=click.Path(path_type=Path), default=Path("demo"), show_default=True)
def demo(language: str, folder: Path) -> None:
    """The scripted tour: three weeks of a community, then a morning of it live."""
    from bot.demo.tour import tour

    languages = ("en", "zh") if language == "both" else (language,)
    finish(tour(languages, folder))


@main.command()
def check() -> None:
    """Say whether token, Telegram, database and rights are as they should be, and what to do."""
    settings = configured(needs_token=True)
    from bot.checking import check as run_check

    finish(run_check(settings))


@main.command()
def migrate() -> None:
    """Bring the database to the newest schema; `run` does it by itself."""
    settings = configured()
    from bot.upkeep import migrate as run_migrate

    finish(run_migrate(settings))


@main.command(name="import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--chat", type=int, required=True, help="The group's id, like -1001234567890.")
@click.option(
    "--usernames",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="JSON file {username: user id}: exports do not hold the @names that mentions use.",
)
def import_(file: Path, chat: int, usernames: Path | None) -> None:
    """Take over a Telegram Desktop export (result.json or .json.gz); again, and nothing changes."""
    settings = configured()
    from bot.importing import run_import

    finish(run_import(settings, file, chat_id=chat, usernames=usernames))


@main.command()
@click.option("--chat", type=int, required=True, help="The group's id.")
def digest(chat: int) -> None:
    """Print today's digest so far."""
    settings = configured()
    from bot.upkeep import digest as run_digest

    finish(run_digest(settings, chat))


@main.group()
def settings() -> None:
    """A group's settings as a file, for another group or for later."""


@settings.command()
@click.option("--chat", type=int, required=True, help="The group's id.")
@click.option("--file", type=click.Path(dir_okay=False, path_type=Path), help="Where to; printed when left out.")
def export(chat: int, file: Path | None) -> None:
    """Write them as YAML; ids that are the group's own are left out."""
    configuration = configured()
    from bot.setting_files import export as run_export

    finish(run_export(configuration, chat, file))


@settings.command(name="import")
@click.option("--chat", type=int, required=True, help="The group's id.")
@click.option(
    "--file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Where from; standard input when left out.",
)
def import_settings(chat: int, file: Path | None) -> None:
    """Let those of a YAML file hold in a group; a running bot follows within seconds."""
    configuration = configured()
    from bot.setting_files import import_ as run_import_settings

    finish(run_import_settings(configuration, chat, file))


@main.group()
def deadletters() -> None:
    """Updates whose handling failed three times."""


@deadletters.command(name="list")
def list_() -> None:
    """Show them with their errors."""
    settings = configured()
    from bot.upkeep import list_dead_letters

    finish(list_dead_letters(settings))


@deadletters.command()
@click.argument("update_ids", type=int, nargs=-1, required=True)
def retry(update_ids: tuple[int, ...]) -> None:
    """Have some tried again by the running bot."""
    settings = configured()
    from bot.upkeep import retry_dead_letters

    finish(retry_dead_letters(settings, update_ids))


@deadletters.command()
@click.argument("update_ids", type=int, nargs=-1, required=True)
def drop(update_ids: tuple[int, ...]) -> None:
    """Forget some."""
    settings = configured()
    from bot.upkeep import drop_dead_letters

    finish(drop_dead_letters(settings, update_ids))


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
def backup(file: Path) -> None:
    """Copy the database while the bot runs, and check the copy."""
    settings = configured()
    from bot.backups import backup as run_backup

    finish(run_backup(settings, file))


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def restore(file: Path) -> None:
    """Put a backup in the database's place; the bot must not run."""
    settings = configured()
    from bot.backups import restore as run_restore

    finish(run_restore(settings, file))


@main.command()
@click.option("--check", "check_only", is_flag=True, help="Fail when a page is not up to date.")
def docs(*, check_only: bool) -> None:
    """Write the generated pages of docs/ and the tables of the READMEs."""
    from bot.documentation import write

    sys.exit(write(check=check_only))
