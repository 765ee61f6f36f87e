"""Who comes only together and who takes only a group, as far as these people are in a run."""

from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _

from pairs.fitting.fit import Fit
from pairs.runs.snapshot import Bonds
from participants.models import MenteeRecord, MentorRecord


def bonds_of(policy, fit: Fit) -> Bonds:
    """Who is not judged is left out of a group; mentees whom a mentor has already count for the smallest group."""
    waiting = set(fit.mentees)
    groups = [tuple(mentee for mentee in group if mentee in waiting) for group in policy.together]
    capacity = dict(MentorRecord.objects.filter(pk__in=[mentor for mentor, _number in policy.least]).values_list("pk", "capacity"))
    least = {mentor: number - (capacity[mentor] - fit.places[mentor]) for mentor, number in policy.least if mentor in fit.places}
    return Bonds(tuple(group for group in groups if len(group) > 1), {mentor: number for mentor, number in least.items() if number > 1})


def contradictions_of(policy, fit: Fit) -> list[str]:
    """What the conditions ask for and the people of today cannot give, a sentence each."""
    bonds = bonds_of(policy, fit)
    return [*_groups(policy, fit, bonds), *_least(fit, bonds)] if policy.together or policy.least else []


def _groups(policy, fit: Fit, bonds: Bonds) -> Iterator[str]:
    keys = [mentee for group in policy.together for mentee in group]
    names = {one.pk: one.person.short_name for one in MenteeRecord.objects.filter(pk__in=keys).with_person()}
    for group in policy.together:
        missing = [names[mentee] for mentee in group if mentee not in fit.mentees]
        if missing and len(missing) < len(group):
            facts = {"names": ", ".join(names[one] for one in group), "missing": ", ".join(missing)}
            sentence = _("%(names)s come only together, but today the run is without %(missing)s. The others are matched without them.")
            yield sentence % facts
    for group in bonds.together:
        offers = Counter(mentor for mentee, mentor in fit.scores if mentee in group)
        if not any(count == len(group) <= fit.places[mentor] for mentor, count in offers.items()):
            listed = ", ".join(names[mentee] for mentee in group)
            yield _("%(names)s come only together, but no mentor may have all of them: none of them will get a mentor.") % {"names": listed}


def _least(fit: Fit, bonds: Bonds) -> Iterator[str]:
    offers = Counter(mentor for _mentee, mentor in fit.scores)
    for mentor in MentorRecord.objects.filter(pk__in=bonds.least).with_person():
        possible = min(offers[mentor.pk], fit.places[mentor.pk])
        if possible < bonds.least[mentor.pk]:
            facts = {"name": mentor.person.short_name, "number": bonds.least[mentor.pk], "possible": possible}
            yield _("%(name)s takes a group from %(number)s, but at most %(possible)s can be had: nobody will go there.") % facts
