"""Every table. A chat-scoped table's primary key starts with chat_id, so that it can be partitioned by it."""

from models.tables.activities import checkins, occurrences, schedules
from models.tables.chats import chat_rules, chat_settings, chats
from models.tables.columns import metadata
from models.tables.delivery import attachments, buttons, outbox, standing_messages
from models.tables.entrance import (
    chat_permissions,
    closures,
    entrance_days,
    entrance_questions,
    entrances,
    greetings,
)
from models.tables.moderation import audit, verdicts, warnings
from models.tables.people import connections, deep_links, members, people
from models.tables.rollups import chat_hours, member_days, pair_days
from models.tables.talk import failed_updates, imports, messages, reactions, updates

__all__ = [
    "attachments",
    "audit",
    "buttons",
    "chat_hours",
    "chat_permissions",
    "chat_rules",
    "chat_settings",
    "chats",
    "checkins",
    "closures",
    "connections",
    "deep_links",
    "entrance_days",
    "entrance_questions",
    "entrances",
    "failed_updates",
    "greetings",
    "imports",
    "member_days",
    "members",
    "messages",
    "metadata",
    "occurrences",
    "outbox",
    "pair_days",
    "people",
    "reactions",
    "schedules",
    "standing_messages",
    "updates",
    "verdicts",
    "warnings",
]
