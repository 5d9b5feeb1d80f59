"""What the clock does: call a service when something is due."""
