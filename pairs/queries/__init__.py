from pairs.queries.candidates import free_mentors, waiting_mentees
from pairs.queries.own import own_pairs
from pairs.queries.sides import missing_agreements, people_of

__all__ = ["free_mentors", "missing_agreements", "own_pairs", "people_of", "waiting_mentees"]
