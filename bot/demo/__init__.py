"""The scripted tour: a community's three weeks as backlog, then a morning of it live."""
