from hypothesis import given
from hypothesis import strategies as st

from sandbox.life.register import Note, Register


@given(ids=st.lists(st.integers(-(2**40), 2**40), unique=True))
def test_every_message_is_found_in_whatever_order_it_came(ids: list[int]) -> None:
    register = Register()
    for place, message_id in enumerate(ids):
        register.add(message_id, Note(author=place, date=place, thread=place))

    assert [register.find(message_id) for message_id in ids] == [
        Note(author=place, date=place, thread=place) for place in range(len(ids))
    ]


def test_what_never_came_is_not_found() -> None:
    register = Register()
    register.add(2, Note(author=1, date=1, thread=0))

    assert [register.find(number) for number in (1, 3)] == [None, None]
