"""Bare python-telegram-bot: an Application with one handler that does nothing, polling the same sandbox."""

import sys
from typing import TYPE_CHECKING

from telegram.ext import Application, ContextTypes, MessageHandler, filters

if TYPE_CHECKING:
    from telegram import Update


async def nothing(update: "Update", context: ContextTypes.DEFAULT_TYPE) -> None:
    """Handle a message by doing nothing."""
    del update, context


def main() -> None:
    """Poll until ended."""
    address, token = sys.argv[1:3]
    application = Application.builder().token(token).base_url(f"{address}/bot").build()
    application.add_handler(MessageHandler(filters.ALL, nothing))
    application.run_polling(allowed_updates=["message", "edited_message", "message_reaction"])


main()
