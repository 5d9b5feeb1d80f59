"""Where updates are delivered."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.calling import Call
    from sandbox.methods.method import Methods
    from sandbox.world import World


def set_webhook(world: "World", call: "Call") -> object:
    """SetWebhook."""
    return world.webhook.set(world, call)


def delete_webhook(world: "World", call: "Call") -> object:
    """DeleteWebhook."""
    return world.webhook.delete(world, call)


def get_webhook_info(world: "World", _call: "Call") -> object:
    """GetWebhookInfo."""
    return world.webhook.info(world)


METHODS: "Methods" = {
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
