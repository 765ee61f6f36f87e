"""What a curator should look at in a pair, though nothing forbids it."""

from django.utils.translation import gettext as _

from pairs.fitting.codes import RuleCode
from pairs.fitting.facts import Portrait
from pairs.fitting.portraits import departures
from pairs.fitting_words import RULES
from pairs.queries.facts import bare_mentee, bare_mentor
from programmes.portraits import portrait_of


def warnings_of(pair) -> list[str]:
    """Sentences for the curator: what the role model asks for and the pair does not have, a term outside the programme."""
    found = [_in_words(code, pair.mentor, mentees) for code, mentees in _departures(pair).items()]
    if pair.starts_on < pair.programme.starts_on or pair.ends_on > pair.programme.ends_on:
        found.append(_("The term of the pair goes beyond the term of the programme. Check the dates before the order."))
    return found


def _departures(pair) -> dict[RuleCode, list]:
    portrait = Portrait(**portrait_of(pair.form.code, pair.role_model.code))
    found: dict[RuleCode, list] = {}
    for seat in pair.seats.all():
        for code in departures(bare_mentee(seat.mentee), bare_mentor(pair.mentor), portrait):
            found.setdefault(code, []).append(seat.mentee)
    return found


def _in_words(code: RuleCode, mentor, mentees) -> str:
    names = ", ".join(mentee.person.short_name for mentee in mentees)
    if code == RuleCode.LOWER_CLASS:
        sentence = _(
            "The mentor %(mentor)s is in a lower class than the mentee (%(mentees)s). Check the pair or choose a role model of equals."
        )
        return sentence % {"mentor": mentor.person.short_name, "mentees": names}
    return _("%(mentor)s and %(mentees)s: %(sentence)s") % {"mentor": mentor.person.short_name, "mentees": names, "sentence": RULES[code]}
