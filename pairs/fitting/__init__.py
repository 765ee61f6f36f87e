"""Who fits whom: the rules that forbid a pair and the score of those that no rule forbids.

A pure package: no database, no Django. The way through it: facts of both sides and a `Setting` → `judge` → a `Fit` for the matching.
Each rule lives in one line of the table of `rules.py`, each criterion of the score in one line of the table of `criteria.py`.
"""
