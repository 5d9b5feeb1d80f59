"""How each act changes the world: one table, one module a noun."""

from collections.abc import Mapping

from sandbox.acts import Act
from sandbox.doings import announcements, chats, membership, requests, response, talk
from sandbox.doings.doing import Doing

DOINGS: Mapping[type[Act], Doing] = dict(
    (*chats.ROWS, *announcements.ROWS, *membership.ROWS, *requests.ROWS, *talk.ROWS, *response.ROWS)
)
