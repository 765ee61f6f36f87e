"""The rules of a new pair, each a refusal that says what to do.

They read rows of `mentors_today` and `mentees_today`, so that they cost no query however many pairs are proposed.
"""

from collections.abc import Iterator
from itertools import chain

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.common.refusal import Refusal
from pairs.fitting.codes import RuleCode
from pairs.fitting_words import RULES
from pairs.queries.sides import people_of
from pairs.queries.ties import ties_between
from participants.enums import NEEDED_TO_PAIR, ConsentPurpose, Gate
from participants.services.consent_rules import NOT_IN_FORCE, REFUSED, people_without_consents, require_consents
from programmes.enums import PersonKind

GROUP_KINDS = ("group", "team")  # kinds of several mentees at once; a group needs at least two
GROUP = "group"


def check_term(starts_on, ends_on) -> None:
    if ends_on <= starts_on:
        raise Refusal(_("The pair must end after it starts. Correct the dates."))


def check_dictionaries(programme, form, role_model) -> None:
    if form not in programme.forms.all():
        raise Refusal(_("The programme does not include the form “%(form)s”. Choose one of its forms.") % {"form": form})
    if role_model.form_id != form.pk:
        raise Refusal(
            _("The role model “%(role_model)s” belongs to another form. Choose a role model of the form “%(form)s”.")
            % {"role_model": role_model, "form": form}
        )


def check_kind(kind, mentees: int) -> None:
    if mentees == 0:
        raise Refusal(_("Choose at least one mentee."))
    if mentees > 1 and kind.code not in GROUP_KINDS:
        raise Refusal(_("Several mentees make a group. Choose the kind “group”, or leave one mentee."))
    if mentees == 1 and kind.code == GROUP:
        raise Refusal(_("A group has two mentees or more. Choose one more mentee, or another kind."))


def check_people(programme, form, mentor, mentees) -> None:
    people = [mentor, *mentees]
    strangers = [row for row in people if row.programme_id != programme.pk]
    if strangers:
        sentence = _("Somebody is not in the base of this programme (%(names)s). Enter them in the base first.")
        raise Refusal(sentence % {"names": names_of(strangers)})
    gone = [row for row in people if row.left_on is not None]
    if gone:
        raise Refusal(_("Somebody has left the programme (%(names)s). Choose somebody else.") % {"names": names_of(gone)})
    if form.mentor_kinds and mentor.person.kind not in form.mentor_kinds:
        raise Refusal(
            _("In the form “%(form)s” %(name)s cannot be a mentor (%(kind)s). Choose another mentor or form.")
            % {"form": form, "name": mentor.person.short_name, "kind": mentor.person.get_kind_display()}
        )
    unfit = [mentee for mentee in mentees if form.mentee_kinds and mentee.person.kind not in form.mentee_kinds]
    if unfit:
        raise Refusal(
            _("The form “%(form)s” is not meant for these mentees (%(names)s). Choose others or another form.")
            % {"form": form, "names": names_of(unfit)}
        )


def check_ties(mentor, mentees, known) -> None:
    """Vetoes and kinship of `known_ties`, whoever proposes the pair."""
    for code, found in ties_between(mentor, mentees, known).items():
        if code == RuleCode.SELF:
            raise Refusal(_("Nobody can be their own mentor. Choose another mentee."))
        told = {"sentence": RULES[code], "mentor": mentor.person.short_name, "mentees": names_of(found)}
        raise Refusal(_("%(sentence)s This pair is not possible: %(mentor)s and %(mentees)s. Choose somebody else.") % told)


def check_readiness(mentor, mentees) -> None:
    """Consents first, then what the programme asks for: questionnaire, interview, certificate, training."""
    check_consents(mentor, mentees)
    missing = [f"{row.person.short_name} ({_gates(row.missing_gates)})" for row in (mentor, *mentees) if row.missing_gates]
    if missing:
        raise Refusal(_("Not ready for a pair: %(list)s. Open “Who cannot be paired” to repair it.") % {"list": ", ".join(missing)})


def check_consents(mentor, mentees) -> None:
    """Without a query while nothing is missing."""
    if any(row.missing_consents for row in (mentor, *mentees)):
        check_consents_of([mentor.person, *(mentee.person for mentee in mentees)])


def check_consents_of(people, *, stops=NOT_IN_FORCE) -> None:
    """`people_of` a pair, the mentor first. Alone for a pair that exists already: what a programme asks of new pairs does not stop it."""
    for asked, (purposes, closing) in _asked_of(people, stops):
        require_consents(asked, purposes, stops=closing)


def lacking_consents(sides: list[list]) -> list[list[tuple]]:
    """What `check_consents_of` would refuse, for many pairs at once, each as `people_of` gives it: who lacks what in words."""
    asked = [list(_asked_of(people, NOT_IN_FORCE)) for people in sides]
    everybody: dict[tuple, list] = {}
    for people, question in chain(*asked):
        everybody.setdefault(question, []).extend(people)
    found = {question: dict(people_without_consents(people, question[0], stops=question[1])) for question, people in everybody.items()}
    return [
        [(person, found[question][person]) for people, question in side for person in people if person in found[question]] for side in asked
    ]


def _asked_of(people, stops) -> Iterator[tuple]:
    """People, purposes and the standings that close: everybody's consents, and a teacher's own one to be a mentor, unless withdrawn."""
    yield people, (NEEDED_TO_PAIR, stops)
    if people[0].kind == PersonKind.TEACHER:
        yield people[:1], ((ConsentPurpose.MENTOR_AGREEMENT,), REFUSED)


def only_with_consents(pair) -> tuple[str, ...]:
    """As the effect of a step: changes no field, refuses when a consent was withdrawn or ran out since the pair was proposed."""
    check_consents_of(people_of(pair))
    return ()


def _gates(values) -> str:
    return ", ".join(str(Gate(value).label).lower() for value in values)


def check_mentees_are_free(mentees) -> None:
    busy = [mentee for mentee in mentees if mentee.in_pair]
    if busy:
        raise Refusal(
            _("Somebody is already in a pair (%(names)s). Choose another mentee, or end that pair first.") % {"names": names_of(busy)},
        )


def check_capacity(mentor, wanted: int) -> None:
    left = max(mentor.places_left, 0)
    if wanted > left:
        raise Refusal(
            ngettext(
                "%(name)s has %(left)s place left. Choose fewer mentees, another mentor, or give the mentor more places.",
                "%(name)s has %(left)s places left. Choose fewer mentees, another mentor, or give the mentor more places.",
                left,
            )
            % {"name": mentor.person.short_name, "left": left}
        )


def names_of(records) -> str:
    return ", ".join(record.person.short_name for record in records)
