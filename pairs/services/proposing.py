"""Proposing a pair or a group: the rules first, then the database has the last word on «one open place per mentee»."""

from django.db import IntegrityError, transaction
from django.utils.translation import ngettext

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.refusal import Refusal
from pairs.models import Pair, PairMentee
from pairs.services import rules
from participants.models import MenteeRecord, MentorRecord


@transaction.atomic
def propose_pair(*, actor, programme, mentor, mentees, form, role_model, kind, starts_on, ends_on) -> Pair:
    """Propose a pair, or a group when there are several mentees. Raises `Refusal` that names the people and the way out."""
    actor.must(Permission.MANAGE_PAIRS)
    rules.check_term(starts_on, ends_on)
    rules.check_dictionaries(programme, form, role_model)
    rules.check_kind(kind, len({mentee.pk for mentee in mentees}))
    mentor = MentorRecord.objects.select_for_update(of=("self",)).get(pk=mentor.pk)  # its places are counted below
    mentees = list(MenteeRecord.objects.with_person().filter(pk__in={mentee.pk for mentee in mentees}).order_by("pk"))
    rules.check_people(programme, form, mentor, mentees)
    rules.check_ties(mentor, mentees)
    rules.check_readiness(mentor, mentees)
    rules.check_mentees_are_free(mentees)
    rules.check_capacity(mentor, len(mentees))
    pair = Pair.objects.create(
        school_id=actor.school_id,
        programme=programme,
        mentor=mentor,
        form=form,
        role_model=role_model,
        kind=kind,
        starts_on=starts_on,
        ends_on=ends_on,
        proposed_by=actor,
    )
    _take_places(pair, mentees)
    record(actor, "pair.proposed", pair, form=form.title, role_model=role_model.title, kind=kind.title)
    return pair


def _take_places(pair, mentees) -> None:
    """Two colleagues may propose the same mentee at once: the constraint lets one through, the other is told."""
    seats = [PairMentee(school_id=pair.school_id, pair=pair, mentee=mentee, started_on=pair.starts_on) for mentee in mentees]
    try:
        with transaction.atomic():
            PairMentee.objects.bulk_create(seats)
    except IntegrityError as error:
        names = ", ".join(mentee.person.short_name for mentee in mentees)
        raise Refusal(
            ngettext(
                "A colleague has just paired this mentee (%(names)s). Reload the page and choose another mentee.",
                "A colleague has just paired one of these mentees (%(names)s). Reload the page and choose again.",
                len(mentees),
            )
            % {"names": names}
        ) from error
