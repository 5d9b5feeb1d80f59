"""Every method of the Bot API the sandbox answers: one table, one module a noun."""

from sandbox.methods import (
    administrators,
    callbacks,
    chats,
    commands,
    editing,
    ephemeral,
    identity,
    links,
    media,
    members,
    pins,
    polls,
    profiles,
    reactions,
    simple,
    texts,
    topics,
    webhooks,
)
from sandbox.methods.method import Method

_TABLES = (
    identity.METHODS,
    webhooks.METHODS,
    texts.METHODS,
    media.METHODS,
    simple.METHODS,
    polls.METHODS,
    editing.METHODS,
    ephemeral.METHODS,
    reactions.METHODS,
    pins.METHODS,
    callbacks.METHODS,
    chats.METHODS,
    profiles.METHODS,
    members.METHODS,
    administrators.METHODS,
    links.METHODS,
    topics.METHODS,
    commands.METHODS,
)

# Telegram does not mind how a method's name is capitalised.
METHODS: dict[str, tuple[str, Method]] = {
    name.lower(): (name, method) for table in _TABLES for name, method in table.items()
}
