"""The shape every method has."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from sandbox.calling import Call
    from sandbox.world import World

Method: TypeAlias = "Callable[[World, Call], object]"
Methods: TypeAlias = Mapping[str, Method]
