"""Everybody who may knock: each role of the school, and those who must stay outside."""

from accounts.enums import Role

ROLES = tuple(Role.values)
# mentor, mentee and guardian belong to the pair of the world; `stranger` is a mentor of the same school without a pair.
OUTSIDERS = ("stranger", "former", "foreign_curator", "foreign_director", "anonymous")
EVERYBODY = ROLES + OUTSIDERS

CURATORS = {"coordinator", "curator"}
LEADERS = CURATORS | {"director"}
STAFF = LEADERS | {"psychologist"}
PAIR = {"mentor", "mentee", "guardian"}
SIGNED_IN = set(EVERYBODY) - {"anonymous", "former"}
FOREIGN = {"foreign_curator", "foreign_director"}
