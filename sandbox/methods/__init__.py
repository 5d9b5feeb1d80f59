"""Every method of the Bot API the sandbox answers: one table, one module a noun."""

from sandbox.methods import callbacks, editing, identity, members, texts
from sandbox.methods.method import Method

_TABLES = (identity.METHODS, texts.METHODS, editing.METHODS, members.METHODS, callbacks.METHODS)

# Telegram does not mind how a method's name is capitalised.
METHODS: dict[str, tuple[str, Method]] = {
    name.lower(): (name, method) for table in _TABLES for name, method in table.items()
}
