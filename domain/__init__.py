"""Pure knowledge of running a community: no I/O, no clock, no randomness."""
