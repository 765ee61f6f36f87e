"""Directors of one school who sign at the same time, each in a process of its own (T-40)."""
