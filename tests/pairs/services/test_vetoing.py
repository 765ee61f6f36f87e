import pytest
from django.core.exceptions import PermissionDenied

from accounts.bearer import Bearer
from accounts.enums import Role
from accounts.models import AuditEvent
from accounts.services.links import issue_links
from mentoring.common.refusal import Refusal
from pairs.enums import VetoSide
from pairs.models import Veto
from pairs.services import lift_veto, read_veto_reason, set_veto
from tests.factories.pairs import VetoFactory
from tests.factories.participants import MentorRecordFactory

REASON = "семьи в ссоре"


def test_a_veto_is_in_force_and_its_reason_is_not_in_the_journal(curator, mentee, mentor):
    veto = set_veto(actor=curator, mentee=mentee, mentor=mentor, side=VetoSide.STAFF, reason=REASON)

    assert list(Veto.objects.in_force()) == [veto]
    assert not AuditEvent.objects.filter(details__icontains=REASON).exists()


def test_the_same_veto_twice_stays_one(curator, mentee, mentor):
    first = set_veto(actor=curator, mentee=mentee, mentor=mentor, side=VetoSide.STAFF, reason=REASON)

    assert set_veto(actor=curator, mentee=mentee, mentor=mentor, side=VetoSide.STAFF, reason="другое") == first


def test_a_veto_without_a_reason_or_across_programmes_is_refused(curator, mentee, mentor):
    with pytest.raises(Refusal):
        set_veto(actor=curator, mentee=mentee, mentor=mentor, side=VetoSide.STAFF, reason=" ")
    elsewhere = MentorRecordFactory(programme__school=mentee.school, person__school=mentee.school)
    with pytest.raises(Refusal):
        set_veto(actor=curator, mentee=mentee, mentor=elsewhere, side=VetoSide.STAFF, reason=REASON)


def test_a_guardian_forbids_for_the_own_child_alone(give_role, mentee, new_mentee, mentor):
    guardian = give_role(Role.GUARDIAN)
    mentee.person.guardians.update(user=guardian.user)

    veto = set_veto(actor=guardian, mentee=mentee, mentor=mentor, side=VetoSide.GUARDIAN, reason=REASON)

    assert list(Veto.objects.visible_to(guardian)) == [veto]
    for other, side in ((new_mentee(), VetoSide.GUARDIAN), (mentee, VetoSide.MENTEE)):
        with pytest.raises(PermissionDenied):
            set_veto(actor=guardian, mentee=other, mentor=mentor, side=side, reason=REASON)


def test_a_link_gives_the_veto_of_its_own_side_alone(curator, mentee, mentor):
    link = issue_links(actor=curator, purpose="wishes_mentee", subjects=[mentee.pk], expires_on=mentee.programme.ends_on)[mentee.pk]
    bearer = Bearer(mentee.school_id, mentee.person.full_name)

    assert set_veto(actor=bearer, mentee=mentee, mentor=mentor, side=VetoSide.MENTEE, reason=REASON, link=link).given_by is None
    with pytest.raises(PermissionDenied):
        set_veto(actor=bearer, mentee=mentee, mentor=mentor, side=VetoSide.MENTOR, reason=REASON, link=link)


@pytest.mark.parametrize(
    "role, reads",
    [
        (Role.CURATOR, True),
        (Role.COORDINATOR, True),
        (Role.PSYCHOLOGIST, True),
        (Role.DIRECTOR, False),
        (Role.ADMINISTRATOR, False),
        (Role.CLASS_TEACHER, False),
        (Role.MENTOR, False),
    ],
)
def test_a_reason_is_read_by_few_and_each_reading_is_written_down(give_role, mentee, mentor, curator, role, reads):
    veto = VetoFactory(mentee=mentee, mentor=mentor, given_by=curator)
    actor = give_role(role)

    if reads:
        assert read_veto_reason(actor=actor, veto=veto) == REASON
    else:
        with pytest.raises(PermissionDenied):
            read_veto_reason(actor=actor, veto=veto)

    assert AuditEvent.objects.filter(name="veto.reason_read", by_membership=actor.pk).exists() is reads


def test_who_gave_it_reads_the_own_reason(mentee_actor, mentee, mentor):
    veto = VetoFactory(mentee=mentee, mentor=mentor, given_by=mentee_actor)

    assert read_veto_reason(actor=mentee_actor, veto=veto) == REASON


def test_a_lifted_veto_stays_as_a_fact(curator, mentee, mentor, mentee_actor):
    veto = VetoFactory(mentee=mentee, mentor=mentor, given_by=curator)
    with pytest.raises(PermissionDenied):
        lift_veto(actor=mentee_actor, veto=veto)

    lift_veto(actor=curator, veto=veto)
    lift_veto(actor=curator, veto=veto)

    assert not Veto.objects.in_force().exists()
    assert AuditEvent.objects.filter(name="veto.lifted").count() == 1
