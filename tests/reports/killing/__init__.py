"""Workers of their own that are killed at random moments (T-42, T-58)."""
