"""`python -m sandbox`: a Telegram on loopback until SIGTERM."""

import asyncio
import signal
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from sandbox.beginning import COMMUNITY_CHAT, Town, background, replay_export, settle
from sandbox.pages import routes
from sandbox.serving import address_of, listen, server_of
from sandbox.world import World


def arguments() -> Namespace:
    """What the command line asks for."""
    parser = ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=8081, help="0 takes any free port")
    parser.add_argument("--token", default="42:TEST", help="the bot's token")
    parser.add_argument("--username", default="steward_sandbox_bot", help="the bot's username")
    parser.add_argument("--privacy", action="store_true", help="switch privacy mode on")
    parser.add_argument("--limits", action="store_true", help="enforce Telegram's flood limits")
    parser.add_argument("--community", choices=("small", "demo"), help="people a chat at once")
    parser.add_argument("--language", default="en", choices=("en", "zh"), help="the community's language")
    parser.add_argument("--timezone", default="UTC", help="the community's time zone")
    parser.add_argument("--live", action="store_true", help="let the community go on living")
    parser.add_argument("--speed", type=float, default=60.0, help="how much faster than life it goes on")
    parser.add_argument("--replay", type=Path, help="a Telegram Desktop export to replay as live updates")
    parser.add_argument("--chat", type=int, default=COMMUNITY_CHAT, help="the community's or replay's chat")
    parser.add_argument("--preload", action="store_true", help="queue the whole replay before starting")
    parser.add_argument("--shift", type=float, default=0.0, help="how many seconds its clock begins ahead")
    parser.add_argument("--seed", type=int, default=0, help="the same seed makes the same community")
    return parser.parse_args()


async def run(asked: Namespace) -> None:
    """Serve until a signal ends it."""
    world = World(
        token=asked.token,
        bot_username=asked.username,
        reads_all=not asked.privacy,
        enforce_limits=asked.limits,
        seed=asked.seed,
    )
    world.clock.offset_seconds = asked.shift
    town = _town(asked)
    if town is not None:
        settle(world, town)
    if asked.replay is not None:
        replay_export(world, asked.replay, chat_id=asked.chat, preload=asked.preload)
    life = background(world, town, speed=asked.speed) if town is not None and asked.live else None
    await _serve(world, asked.port)
    if life is not None:
        await life


def _town(asked: Namespace) -> Town | None:
    if asked.community is None:
        return None
    return Town(
        size=asked.community,
        language=asked.language,
        timezone=asked.timezone,
        seed=asked.seed,
        chat_id=asked.chat,
    )


async def _serve(world: World, port: int) -> None:
    listener = listen(port)
    server = server_of(world, routes())
    loop = asyncio.get_running_loop()

    def stop() -> None:
        world.close()
        server.should_exit = True

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop)
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    await server.ready.wait()
    sys.stdout.write(f"sandbox ready {address_of(listener)}\n")
    sys.stdout.flush()
    await serving


def main() -> None:
    """Run the sandbox on the fastest event loop at hand."""
    with asyncio.Runner(loop_factory=_loop) as runner:
        runner.run(run(arguments()))


def _loop() -> asyncio.AbstractEventLoop:
    import uvloop

    return uvloop.new_event_loop()


if __name__ == "__main__":
    main()
