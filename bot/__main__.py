"""`python -m bot`."""

from bot.commandline import main

main()
