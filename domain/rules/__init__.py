"""Group rules: one file each, pure, with its settings, its check and its explanation key."""
