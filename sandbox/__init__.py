"""A Telegram on loopback: a strict Bot API, the people who use it, and a control room for tests."""
