import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.messages import Origin
from domain.roles import Role
from domain.rules.immunity import immune


@pytest.mark.parametrize("origin", [Origin.LINKED_CHANNEL, Origin.ANONYMOUS_ADMIN, Origin.SERVICE, Origin.BOT])
@pytest.mark.parametrize("role", list(Role))
def test_nobody_is_punished_in_these_names(origin: Origin, role: Role) -> None:
    assert immune(origin, role)


@given(st.sampled_from(Origin), st.sampled_from(Role))
def test_only_plain_members_and_channels_can_be_acted_on(origin: Origin, role: Role) -> None:
    assert immune(origin, role) is not (origin in {Origin.MEMBER, Origin.CHANNEL} and role == Role.MEMBER)
