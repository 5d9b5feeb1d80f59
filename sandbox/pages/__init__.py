"""What people see: the sandbox's own chat page, transcripts as HTML and as plain text."""

from sandbox.pages.events import Event, read
from sandbox.pages.site import routes
from sandbox.pages.terminal import plain
from sandbox.pages.transcript import render

__all__ = ["Event", "plain", "read", "render", "routes"]
