"""With whom: the plan of pairs that is provably the best, its price and its proof.

A pure package: no database, no Django. The way through it: `Instance` (what is known) → `prepare` (arrays) → `solve` (a `Plan`) → `Prices`
(what an alternative would cost). The problem is the transportation problem, so a min-cost flow is exactly integral and exactly optimal.
"""
