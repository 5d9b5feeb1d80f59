"""Whom no rule ever acts on."""

from domain.messages import Origin
from domain.roles import Role

IMMUNE_ORIGINS = frozenset({Origin.LINKED_CHANNEL, Origin.ANONYMOUS_ADMIN, Origin.SERVICE, Origin.BOT})


def immune(origin: Origin, role: Role) -> bool:
    """Whether a message stands above the rules: by whose name it bears, or by the sender's role."""
    return origin in IMMUNE_ORIGINS or role >= Role.SPECIALIST
