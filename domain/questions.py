"""What counts as a question: a message that is no reply and asks something."""

import re

ASKING = re.compile(r"[?？]|吗|怎么|如何|请问")  # matching data, noqa: zh


def is_question(text: str, *, is_reply: bool) -> bool:
    """Whether a text asks the group something."""
    return not is_reply and ASKING.search(text) is not None
