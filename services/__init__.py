"""Use cases: one call, one transaction or savepoint; they return effects and never talk to Telegram."""
