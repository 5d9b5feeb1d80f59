from datetime import timedelta

from domain.reports.moderators import Done, accounts


def done(actor_id: int | None, seconds: int | None = None, *, overturned: bool = False) -> Done:
    return Done(actor_id=actor_id, overturned=overturned, after=None if seconds is None else timedelta(seconds=seconds))


def test_the_rules_come_first_then_who_did_most() -> None:
    found = accounts([done(1), done(2), done(2), done(None)])
    assert [(one.actor_id, one.actions) for one in found] == [(None, 1), (2, 2), (1, 1)]


def test_what_was_taken_back_is_a_share_of_what_was_done() -> None:
    (account,) = accounts([done(1, overturned=True), done(1), done(1)])
    assert (account.overturned, account.percent) == (1, 33)


def test_the_time_to_action_is_the_one_in_the_middle() -> None:
    (account,) = accounts([done(1, 5), done(1, 600), done(1, 10), done(1)])
    assert account.after == timedelta(seconds=10)


def test_without_a_message_there_is_no_time() -> None:
    (account,) = accounts([done(1)])
    assert account.after is None
