"""Who may do what: roles in order of power."""

from enum import IntEnum


class Role(IntEnum):
    """A person's standing in one chat; a higher role may do all that a lower one may."""

    MEMBER = 0
    SPECIALIST = 1
    MANAGER = 2
    DIRECTOR = 3
    OWNER = 4


ASSIGNABLE = (Role.MEMBER, Role.SPECIALIST, Role.MANAGER, Role.DIRECTOR)


def role_of(*, status: str, assigned: Role | None, is_process_owner: bool) -> Role:
    """The role in force: Telegram's creator is owner, its admins are managers until told otherwise."""
    if is_process_owner or status == "creator":
        return Role.OWNER
    if assigned is not None:
        return assigned
    return Role.MANAGER if status == "administrator" else Role.MEMBER
