"""What a call says at the moment it is made."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from domain.deliveries import Delivery

# Telegram takes an end less than 30 seconds away for never.
SHORTEST = timedelta(seconds=35)


def parameters_now(delivery: Delivery, now: datetime) -> Mapping[str, object]:
    """The row's parameters; an end that has come near while the row waited is put off a little."""
    until = delivery.parameters.get("until_date")
    if not isinstance(until, int):
        return delivery.parameters
    return {**delivery.parameters, "until_date": max(until, int((now + SHORTEST).timestamp()))}
