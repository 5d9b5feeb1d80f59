"""`python -m sandbox`: a Telegram on loopback until SIGTERM."""

import asyncio
import signal
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

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
    parser.add_argument("--community", choices=("small", "demo"), help="people the chat at once")
    parser.add_argument("--live", action="store_true", help="let the community go on living")
    parser.add_argument("--replay", type=Path, help="a Telegram Desktop export to replay as live updates")
    parser.add_argument("--chat", type=int, help="the chat the replay happens in")
    parser.add_argument("--preload", action="store_true", help="queue the whole replay before starting")
    parser.add_argument("--language", default="en", choices=("en", "zh"), help="the community's language")
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
    listener = listen(asked.port)
    server = server_of(world)
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
