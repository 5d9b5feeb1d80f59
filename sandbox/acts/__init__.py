"""What people do in the sandbox: plain values, encodable as JSON and tagged by `act`."""

from typing import TypeAlias

from sandbox.acts.act import Act, ChatKind, MessageKind, Outcome, Ref, When
from sandbox.acts.announcements import AutoDelete, Boost, ChangePhoto, EndVideoChat, RemovePhoto, StartVideoChat
from sandbox.acts.chats import CloseTopic, Meet, Migrate, OpenChat, OpenTopic, Privacy, ReopenTopic, Retitle
from sandbox.acts.membership import (
    AddBot,
    Block,
    Demote,
    Expel,
    Join,
    Leave,
    Mute,
    Pardon,
    Promote,
    Raid,
    RemoveBot,
    RequestJoin,
    Start,
    WithdrawRequest,
)
from sandbox.acts.response import Press, React, Vote
from sandbox.acts.talk import Edit, Erase, LinkButton, Pin, Say, StickerFormat

AnyAct: TypeAlias = (
    OpenChat
    | Meet
    | Join
    | Leave
    | Expel
    | Pardon
    | Mute
    | Raid
    | RequestJoin
    | WithdrawRequest
    | Promote
    | Demote
    | Say
    | Edit
    | Erase
    | React
    | Press
    | Vote
    | Pin
    | OpenTopic
    | CloseTopic
    | ReopenTopic
    | Retitle
    | ChangePhoto
    | RemovePhoto
    | StartVideoChat
    | EndVideoChat
    | AutoDelete
    | Boost
    | Migrate
    | AddBot
    | RemoveBot
    | Start
    | Block
    | Privacy
)

__all__ = [
    "Act",
    "AddBot",
    "AnyAct",
    "AutoDelete",
    "Block",
    "Boost",
    "ChangePhoto",
    "ChatKind",
    "CloseTopic",
    "Demote",
    "Edit",
    "EndVideoChat",
    "Erase",
    "Expel",
    "Join",
    "Leave",
    "LinkButton",
    "Meet",
    "MessageKind",
    "Migrate",
    "Mute",
    "OpenChat",
    "OpenTopic",
    "Outcome",
    "Pardon",
    "Pin",
    "Press",
    "Privacy",
    "Promote",
    "Raid",
    "React",
    "Ref",
    "RemoveBot",
    "RemovePhoto",
    "ReopenTopic",
    "RequestJoin",
    "Retitle",
    "Say",
    "Start",
    "StartVideoChat",
    "StickerFormat",
    "Vote",
    "When",
    "WithdrawRequest",
]
