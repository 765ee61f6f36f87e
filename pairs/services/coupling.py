"""What may be said about mentees who come only together and mentors who take a group or nobody."""

from collections import Counter
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from mentoring.common.refusal import Refusal

LARGEST = 4  # mentees of a small group


def check_coupling(programme, together: Sequence[Sequence], least: Iterable[tuple]) -> None:
    """`together` are lists of mentee records, `least` are (mentor record, number). Raises `Refusal` with the first contradiction."""
    least = list(least)
    people = [*(mentee for group in together for mentee in group), *(mentor for mentor, _number in least)]
    if any(one.programme_id != programme.pk for one in people):
        raise Refusal(_("Only people of this programme can be named here."))
    for group in together:
        if not 2 <= len(set(group)) == len(group) <= LARGEST:
            raise Refusal(_("A small group is two, three or four different mentees. Fill the row or empty it."))
    if twice := _repeated(mentee for group in together for mentee in group):
        raise Refusal(_("%(name)s stands in two small groups. Join the groups or leave one.") % {"name": twice.person.short_name})
    if twice := _repeated(mentor for mentor, _number in least):
        raise Refusal(_("%(name)s is named twice. Leave one number.") % {"name": twice.person.short_name})
    for mentor, number in least:
        _check_places(mentor, number)


def _check_places(mentor, number: int) -> None:
    if number < 2:
        raise Refusal(_("The smallest group is two mentees."))
    if number > mentor.capacity:
        sentence = _("%(name)s has places for %(places)s, so a group of %(number)s can never come together. Repair one of both.")
        raise Refusal(sentence % {"name": mentor.person.short_name, "places": mentor.capacity, "number": number})


def _repeated(people: Iterable):
    return next((one for one, times in Counter(people).items() if times > 1), None)
