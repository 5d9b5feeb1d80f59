"""Every table. A chat-scoped table's primary key starts with chat_id, so that it can be partitioned by it."""

from models.tables.activities import checkins, occurrences, schedules
from models.tables.appeals import appeals, windows
from models.tables.chats import chat_rules, chat_settings, chats
from models.tables.columns import metadata
from models.tables.complaints import complainants, complaints
from models.tables.delivery import attachments, buttons, outbox, standing_messages
from models.tables.entrance import (
    chat_permissions,
    closures,
    entrance_days,
    entrance_questions,
    entrances,
    greetings,
)
from models.tables.federations import (
    federation_admins,
    federation_bans,
    federation_chats,
    federation_errands,
    federation_ignores,
    federations,
    shared_bans,
)
from models.tables.moderation import audit, verdicts, warnings
from models.tables.people import connections, deep_links, members, people
from models.tables.pins import pins
from models.tables.rollups import chat_hours, member_days, pair_days
from models.tables.spam import spam_features, spam_lessons
from models.tables.talk import failed_updates, imports, messages, reactions, updates
from models.tables.tasks import tasks
from models.tables.versions import setting_changes

__all__ = [
    "appeals",
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
    "complainants",
    "complaints",
    "connections",
    "deep_links",
    "entrance_days",
    "entrance_questions",
    "entrances",
    "failed_updates",
    "federation_admins",
    "federation_bans",
    "federation_chats",
    "federation_errands",
    "federation_ignores",
    "federations",
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
    "pins",
    "reactions",
    "schedules",
    "setting_changes",
    "shared_bans",
    "spam_features",
    "spam_lessons",
    "standing_messages",
    "tasks",
    "updates",
    "verdicts",
    "warnings",
    "windows",
]
