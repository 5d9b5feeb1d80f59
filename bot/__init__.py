"""The process: settings, wiring, intake, delivery, scheduler, command line."""
