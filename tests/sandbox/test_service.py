import pytest

from sandbox.acts import Act, AddBot, Join, Leave, Migrate, OpenChat, OpenTopic, Pin, Retitle, Say
from sandbox.service import service_text
from tests.sandbox.stage import ANN, BOB, CLUB, DAN, GROUP, club, happen


@pytest.mark.parametrize(
    ("act", "line"),
    [
        (Join(chat_id=CLUB, person_id=DAN), "Dan joined the group"),
        (Join(chat_id=CLUB, person_id=DAN, inviter_id=BOB), "Bob added Dan"),
        (Leave(chat_id=CLUB, person_id=BOB), "Bob left the group"),
        (Pin(chat_id=CLUB, person_id=ANN, message="m"), 'Ann Archer pinned "the rules"'),
        (Retitle(chat_id=CLUB, person_id=ANN, title="Tea"), 'Ann Archer changed the group name to "Tea"'),
        (OpenTopic(chat_id=CLUB, person_id=ANN, title="Tea"), 'The topic "Tea" was created'),
    ],
)
def test_service_messages_read_as_clients_write_them(act: Act, line: str) -> None:
    world = club(forum=True)
    happen(world, Say(chat_id=CLUB, person_id=BOB, text="the rules\nand more", name="m"), act)
    chat = world.chats[CLUB]
    assert service_text(chat.messages[chat.last_message_id]) == line


def test_an_upgrade_reads_the_same_in_both_chats() -> None:
    world = club()
    happen(
        world,
        OpenChat(chat_id=GROUP, kind="group", title="Old", creator_id=BOB),
        AddBot(chat_id=GROUP, by_id=BOB),
        Migrate(chat_id=GROUP, new_chat_id=-10077),
    )
    old, new = world.chats[GROUP], world.chats[-10077]
    lines = {service_text(chat.messages[chat.last_message_id]) for chat in (old, new)}
    assert lines == {"The group became a supergroup"}
