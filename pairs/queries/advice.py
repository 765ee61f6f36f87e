"""Advice before a run, in sentences: the most important first."""

from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pairs.queries.readiness import Readiness


class Advice(NamedTuple):
    tone: str
    sentence: str


def advice_on(found: Readiness) -> list[Advice]:
    rules = (_nobody_at_all, _places, _nobody_suits, _contradictions, _shut_out, _topics, _blind)
    sentences = [advice for rule in rules for advice in rule(found)]
    return sentences or [Advice("good", _("Everything is ready: every mentee can have a mentor."))]


def _nobody_at_all(found: Readiness) -> list[Advice]:
    if not found.mentees:
        return [Advice("bad", _("Nobody waits for a mentor: enter mentees, or repair what shuts them out."))]
    if not found.mentors:
        return [Advice("bad", _("No mentor has a free place: invite mentors, or repair what shuts them out."))]
    return []


def _places(found: Readiness) -> list[Advice]:
    missing = found.mentees - found.places
    if missing <= 0 or not found.mentors:
        return []
    words = ngettext(
        "%(count)s place is missing: invite one more mentor, or ask somebody to take one mentee more.",
        "%(count)s places are missing: invite mentors, or ask those who are willing to take one mentee more.",
        missing,
    )
    return [Advice("bad", words % {"count": missing})]


def _nobody_suits(found: Readiness) -> list[Advice]:
    advice = []
    if found.nobody and found.mentors:
        words = ngettext(
            "For %(count)s mentee there is no mentor whom the rules allow; the names and reasons are below.",
            "For %(count)s mentees there is no mentor whom the rules allow; the names and reasons are below.",
            len(found.nobody),
        )
        advice.append(Advice("bad", words % {"count": len(found.nobody)}))
    squeezed = min(found.mentees, found.places) - found.possible - (len(found.nobody) if found.mentees <= found.places else 0)
    if squeezed > 0:
        words = ngettext(
            "%(count)s more mentee stays alone although there are places: too many need the same mentors.",
            "%(count)s more mentees stay alone although there are places: too many need the same mentors.",
            squeezed,
        )
        advice.append(Advice("wait", words % {"count": squeezed}))
    return advice


def _contradictions(found: Readiness) -> list[Advice]:
    return [Advice("wait", sentence) for sentence in found.contradictions]


def _shut_out(found: Readiness) -> list[Advice]:
    out = found.out_mentees + found.out_mentors
    if not out:
        return []
    words = ngettext(
        "%(count)s person is shut out: the reason can be removed below, before the run.",
        "%(count)s people are shut out: the reasons can be removed below, before the run.",
        out,
    )
    return [Advice("wait", words % {"count": out})]


def _topics(found: Readiness) -> list[Advice]:
    return [
        Advice("wait", _("“%(topic)s”: asked for by %(mentees)s, and nobody helps with it.") % {"topic": gap.title, "mentees": gap.mentees})
        for gap in found.gaps["topic"]
        if not gap.places
    ][:3]


def _blind(found: Readiness) -> list[Advice]:
    if not found.blind:
        return []
    words = ngettext(
        "About %(count)s mentee too little is known to tell who fits: fill in the request and the interests.",
        "About %(count)s mentees too little is known to tell who fits: fill in the requests and the interests.",
        found.blind,
    )
    return [Advice("info", words % {"count": found.blind})]
