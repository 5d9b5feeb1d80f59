"""People and the bot come, go, rise and fall."""

from sandbox.acts.act import Act, When


class Join(Act, frozen=True, kw_only=True):
    """A person enters a chat: alone, through an invite link, or brought by an inviter."""

    chat_id: int
    person_id: int
    at: When = None
    invite_link: str | None = None
    inviter_id: int | None = None


class Leave(Act, frozen=True, kw_only=True):
    """A person leaves a chat."""

    chat_id: int
    person_id: int
    at: When = None


class Expel(Act, frozen=True, kw_only=True):
    """An administrator bans a person from a chat."""

    chat_id: int
    person_id: int
    by_id: int
    at: When = None


class Pardon(Act, frozen=True, kw_only=True):
    """An administrator lifts a ban or a restriction."""

    chat_id: int
    person_id: int
    by_id: int
    at: When = None


class Mute(Act, frozen=True, kw_only=True):
    """An administrator takes a member's voice, until a moment or for good."""

    chat_id: int
    person_id: int
    by_id: int
    until: When = None
    at: When = None


class RequestJoin(Act, frozen=True, kw_only=True):
    """A person asks to be let in."""

    chat_id: int
    person_id: int
    at: When = None
    invite_link: str | None = None
    bio: str | None = None


class WithdrawRequest(Act, frozen=True, kw_only=True):
    """A person takes their request to be let in back; Telegram tells bots nothing about it."""

    chat_id: int
    person_id: int
    at: When = None


class Raid(Act, frozen=True, kw_only=True):
    """Many people who were never here come in at once, with ids from the first on and names in turn."""

    chat_id: int
    count: int
    first_id: int
    names: tuple[str, ...] = ("Guest",)
    invite_link: str | None = None
    at: When = None


class Promote(Act, frozen=True, kw_only=True):
    """A member becomes administrator; rights are named as in ChatAdministratorRights."""

    chat_id: int
    person_id: int
    by_id: int
    at: When = None
    rights: tuple[str, ...] = ()
    title: str | None = None
    anonymous: bool = False


class Demote(Act, frozen=True, kw_only=True):
    """An administrator becomes a plain member again."""

    chat_id: int
    person_id: int
    by_id: int
    at: When = None


class AddBot(Act, frozen=True, kw_only=True):
    """Somebody brings the bot in, as administrator with these rights, or as plain member (None)."""

    chat_id: int
    by_id: int
    at: When = None
    administrator: tuple[str, ...] | None = None


class RemoveBot(Act, frozen=True, kw_only=True):
    """Somebody throws the bot out."""

    chat_id: int
    by_id: int
    at: When = None


class Start(Act, frozen=True, kw_only=True):
    """A person opens the private chat with the bot and presses Start; it unblocks the bot as well."""

    person_id: int
    at: When = None
    payload: str | None = None


class Block(Act, frozen=True, kw_only=True):
    """A person blocks the bot in private."""

    person_id: int
    at: When = None
