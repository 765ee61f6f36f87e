"""A run of the matching: what it is counted from, the curator's board on it, what it is worth.

A pure package between the judgement (`pairs.fitting`) and the engine (`pairs.matching`): no database, no Django.
People are keys of records.
The way through it: a `Fit` → `snapshot_of` (kept as JSON) → `Snapshot` → a `Table` with the curator's locks → alternatives and figures.
"""
