"""What the process is started with: environment or .env, checked before anything else happens."""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, AnyHttpUrl, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from domain.settings import TimeZoneName

ENV_FILE = Path(".env")
TOKEN = re.compile(r"\d{1,15}:[A-Za-z0-9_-]{3,}")
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
LISTEN = re.compile(r"(?:[^\s:]+|\[[0-9a-fA-F:]+\]):(\d{1,5})")
LAST_PORT = 65535


class ConfigurationError(Exception):
    """The process cannot start with these settings; the text is one line that names the variable."""


def _listen(value: str) -> str:
    found = LISTEN.fullmatch(value)
    if not found or int(found.group(1)) > LAST_PORT:
        raise ValueError("give host:port, for example 127.0.0.1:8080")
    return value


def _database_url(value: str) -> str:
    try:
        backend = make_url(value).get_backend_name()
    except ArgumentError as error:
        raise ValueError("give sqlite+aiosqlite:///steward.db or postgresql://user:password@host/name") from error
    if backend not in {"sqlite", "postgresql"}:
        raise ValueError("only sqlite and postgresql are served")
    return value


Listen = Annotated[str, AfterValidator(_listen)]


class Configuration(BaseSettings):
    """Every variable of `.env.example`."""

    model_config = SettingsConfigDict(env_file_encoding="utf-8", extra="ignore", frozen=True, env_ignore_empty=True)

    bot_token: SecretStr | None = None
    telegram_api_url: str = "https://api.telegram.org"
    database_url: Annotated[str, AfterValidator(_database_url)] = "sqlite+aiosqlite:///steward.db"
    owner_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    language: Literal["zh", "en"] = "en"
    timezone: TimeZoneName = "UTC"
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    webhook_listen: Listen = "127.0.0.1:8443"
    http_listen: Listen | None = None
    cas_url: str | None = None
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["text", "json"] = "text"

    @field_validator("owner_ids", mode="before")
    @classmethod
    def _numbers(cls, value: object) -> object:
        return [part for part in re.split(r"[\s,]+", value) if part] if isinstance(value, str) else value

    @field_validator("language", mode="before")
    @classmethod
    def _of_the_desktop(cls, value: object) -> object:
        """Desktops set a LANGUAGE of their own, a list like `de_DE:zh_CN:en`: the first that is spoken counts."""
        if not isinstance(value, str) or not set(value) & set("_:"):
            return value
        listed = (re.split(r"[_.@]", entry)[0].lower() for entry in value.split(":"))
        return next((language for language in listed if language in {"zh", "en"}), "en")

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @field_validator("bot_token")
    @classmethod
    def _token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("not a bot token; BotFather gives one like 123456:ABC-DEF")
        return value

    @field_validator("telegram_api_url", "webhook_url", "cas_url")
    @classmethod
    def _address(cls, value: str | None) -> str | None:
        if value is None:
            return None
        try:
            AnyHttpUrl(value)
        except ValidationError as error:
            raise ValueError("give an address like https://example.org") from error
        return value.rstrip("/")

    @field_validator("cas_url")
    @classmethod
    def _private_address(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith("https://"):
            raise ValueError("give an address that begins with https://")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not SECRET.fullmatch(value.get_secret_value()):
            raise ValueError("1 to 256 characters of A-Z a-z 0-9 _ -")
        return value

    @model_validator(mode="after")
    def _webhook_has_secret(self) -> Configuration:
        if self.webhook_url is not None and self.webhook_secret is None:
            raise ValueError("WEBHOOK_SECRET: needed with WEBHOOK_URL, so that only Telegram can post updates")
        return self

    @property
    def bot_id(self) -> int:
        """The number before the token's colon; 0 without a token."""
        return int(self.bot_token.get_secret_value().split(":")[0]) if self.bot_token else 0


def load(env_file: Path = ENV_FILE) -> Configuration:
    """The settings in force. Raises ConfigurationError with one line naming the variable."""
    if env_file.is_file() and env_file.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH):
        raise ConfigurationError(f"{env_file}: it holds secrets and others can read it; run: chmod 600 {env_file}")
    try:
        return Configuration(_env_file=env_file)
    except ValidationError as error:
        raise ConfigurationError(_one_line(error)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{env_file}: it cannot be read: {type(error).__name__}") from None


def _one_line(error: ValidationError) -> str:
    first = error.errors(include_input=False, include_url=False)[0]
    reason = first["msg"].removeprefix("Value error, ")
    name = "_".join(str(part) for part in first["loc"][:1]).upper()
    return f"{name}: {reason}" if name else reason


def address(listen: str) -> tuple[str, int]:
    """Host and port of a checked `host:port`."""
    host, _, port = listen.rpartition(":")
    return host.strip("[]"), int(port)
