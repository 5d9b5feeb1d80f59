"""The one way out: due outbox rows become calls, and what became of them is recorded."""
