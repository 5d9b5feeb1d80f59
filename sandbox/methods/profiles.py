"""Looking at people."""

from typing import TYPE_CHECKING

from sandbox.access import person_of
from sandbox.chats import private_payload
from sandbox.media import file_object

if TYPE_CHECKING:
    from sandbox.calling import Call
    from sandbox.methods.method import Methods
    from sandbox.payload import Json
    from sandbox.people import Person
    from sandbox.world import World

_GIFTS = (
    "unlimited_gifts",
    "limited_gifts",
    "unique_gifts",
    "premium_subscription",
    "gifts_from_channels",
)


def person_info(world: "World", person: "Person") -> "Json":
    """The ChatFullInfo object of a person, as everybody may see them."""
    shape: Json = {**private_payload(person), "accepted_gift_types": accepted_gifts(accepted=True)}
    if person.username:
        shape["active_usernames"] = [person.username]
    if person.bio:
        shape["bio"] = person.bio
    personal = world.chats.get(person.personal_chat_id or 0)
    if personal is not None:
        shape["personal_chat"] = personal.payload()
    pictures = _pictures(world, person)
    if pictures:
        shape["photo"] = _chat_photo(pictures[0])
    shape.update(max_reaction_count=11, accent_color_id=person.id % 7)
    return shape


def accepted_gifts(*, accepted: bool) -> "Json":
    """The AcceptedGiftTypes object."""
    return dict.fromkeys(_GIFTS, accepted)


def profile_photos(world: "World", call: "Call") -> object:
    """getUserProfilePhotos: the latest first, at most 100 from an offset on."""
    pictures = _pictures(world, person_of(world, call))
    offset = call.integer("offset", 0, low=0)
    limit = call.integer("limit", 100, low=1, high=100)
    return {"total_count": len(pictures), "photos": pictures[offset : offset + limit]}


def _pictures(world: "World", person: "Person") -> "list[list[Json]]":
    pictures: list[list[Json]] = []
    for number in range(person.photos, 0, -1):
        content = b"profile %d %d" % (person.id, number)
        picture = file_object("photo", world.files.put(content, name="photo.jpg", kind="photo"))["photo"]
        if isinstance(picture, list):
            pictures.append(picture)
    return pictures


def _chat_photo(sizes: "list[Json]") -> "Json":
    """The ChatPhoto object of a profile's picture."""
    ends = {"small": sizes[0], "big": sizes[-1]}
    return {f"{end}_{name}": size[name] for end, size in ends.items() for name in ("file_id", "file_unique_id")}


METHODS: "Methods" = {"getUserProfilePhotos": profile_photos}
