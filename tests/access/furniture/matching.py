"""A run of the matching, a meeting of candidates, a round of wishes and a veto."""

from pairs.models import Introduction
from pairs.services import open_wish_round
from pairs.services.runs import start_runs
from tests.access.furniture.links import personal_link
from tests.factories.pairs import VetoFactory
from tests.factories.participants import MenteeRecordFactory


def matching_keys(pair, curator) -> dict:
    waiting = MenteeRecordFactory(programme=pair.programme, person__ready=True)
    [run] = start_runs(actor=curator, programme=pair.programme, weightings=["programme"], orders=["total"])
    introduced = Introduction.objects.create(school=pair.school, run=run, mentee=waiting, mentor=pair.mentor, place=1)
    return {"run": run.pk, "trial": run.trial, "waiting": waiting.pk, "introduced": introduced.mentee_id}


def wish_keys(pair, curator) -> dict:
    """The round asks both sides, by personal links."""
    open_wish_round(actor=curator, programme=pair.programme, closes_on=pair.programme.ends_on, asks_mentors=True)
    mentee = pair.seats.get().mentee
    return {
        "wish_token": personal_link(curator, "wishes_mentee", mentee.pk),
        "view_token": personal_link(curator, "wishes_mentor", pair.mentor.pk),
        "veto": VetoFactory(mentee=mentee, mentor=pair.mentor, given_by=curator).pk,
    }
