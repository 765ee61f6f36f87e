"""A school with one of everything, and the people who knock at its doors."""

import datetime

from accounts.enums import Role
from accounts.models import Membership
from accounts.services.links import issue_links, token_of
from jobs.models import Job
from jobs.services import store
from mentoring.common.clock import now, today
from monitoring.enums import Phase, Wave
from monitoring.services import open_campaign
from pairs.enums import PairState
from pairs.models import Introduction
from pairs.services import open_wish_round
from pairs.services.runs import start_runs
from participants.enums import ConsentPurpose, ImportBase
from participants.models import ImportBatch
from participants.services import draft_contract, merge_people, record_kinship
from reports.services import prepare_order, send_order, sign_order
from tests.access.principals import ROLES
from tests.factories.accounts import MembershipFactory, SchoolFactory, UserFactory
from tests.factories.pairs import (
    AmendmentFactory,
    ConcernFactory,
    MeetingFactory,
    PairFactory,
    PairRequestFactory,
    PlanItemFactory,
    SafeguardingLeadFactory,
    VetoFactory,
    give_guardians,
)
from tests.factories.participants import (
    BulkChangeFactory,
    ConsentFactory,
    ConsentSheetFactory,
    EntryAnswersFactory,
    GateMarkFactory,
    MenteeRecordFactory,
    MentorRecordFactory,
    PersonFactory,
    TopicFactory,
    TrainingSessionFactory,
)
from tests.factories.programmes import MeasureFactory, StageFactory
from tests.factories.reports import DocumentFactory
from tests.factories.scans import ScanPageFactory


def members(school) -> dict[str, Membership]:
    """One membership for each role, and the outsiders that have one."""
    foreign = SchoolFactory()
    people = {role: MembershipFactory(school=school, role=role) for role in ROLES}
    people["stranger"] = MembershipFactory(school=school, role=Role.MENTOR)
    people["former"] = MembershipFactory(school=school, role=Role.CURATOR, user=UserFactory(is_active=False))
    people["foreign_curator"] = MembershipFactory(school=foreign, role=Role.CURATOR)
    people["foreign_director"] = MembershipFactory(school=foreign, role=Role.DIRECTOR)
    return people


def furnish(school, people: dict[str, Membership]) -> dict[str, int]:
    """Make one of everything in the school (its scope is open); return the keys for addresses."""
    curator = people["curator"]
    pair = PairFactory(active=True, programme__school=school)
    give_guardians(pair)
    _seat(pair, people)
    agreed = PairFactory(state=PairState.AGREED, programme=pair.programme, form=pair.form, role_model=pair.role_model, kind=pair.kind)
    proposed = PairFactory(state=PairState.PROPOSED, programme=pair.programme, form=pair.form, role_model=pair.role_model, kind=pair.kind)
    give_guardians(proposed)
    order = prepare_order(actor=curator, programme=pair.programme, pairs=[agreed])
    send_order(actor=curator, order=order)
    order.pdf = store(school_id=school.pk, name="Приказ.pdf", content_type="application/pdf", content=b"%PDF-")
    order.save(update_fields=["pdf"])
    signed = _sign(pair, people)
    campaign = open_campaign(actor=curator, programme=pair.programme, phase=Phase.INFLUENCE, wave=Wave.ENTRY)
    stage = StageFactory(programme=pair.programme, school=school)
    person = pair.mentor.person
    waiting = MenteeRecordFactory(programme=pair.programme, person__ready=True)
    [run] = start_runs(actor=curator, programme=pair.programme, weightings=["programme"], orders=["total"])
    sheet = ConsentSheetFactory(person=person, programme=pair.programme)
    contract = draft_contract(
        actor=curator,
        person=MentorRecordFactory(programme=pair.programme, person__teacher=True).person,
        programme=pair.programme,
        content="помощь",
        form="учитель – учитель",
        payment="2 000 рублей",
        starts_on=datetime.date(2026, 9, 1),
        ends_on=datetime.date(2027, 5, 25),
    )
    scan = ScanPageFactory(batch__uploaded_by=curator)
    return {
        "programme": pair.programme.pk,
        "stage": stage.pk,
        "kind_entry": pair.kind_id,
        "measure": MeasureFactory(stage=stage, school=school).pk,
        "person": person.pk,
        "twin": PersonFactory(school=school).pk,
        "merge": merge_people(actor=curator, kept=PersonFactory(school=school), lost=PersonFactory(school=school), choices={}).pk,
        "bulk_change": BulkChangeFactory(made_by=curator).pk,
        "mentor": pair.mentor.pk,
        "mentee": pair.seats.get().mentee.pk,
        "consent": ConsentFactory(person=person, school=school, purpose=ConsentPurpose.PUBLICATION).pk,
        "training": TrainingSessionFactory(programme=pair.programme, created_by=curator).pk,
        "entry_answers": EntryAnswersFactory(programme=pair.programme, person=person).pk,
        "entry_mentor": _token(curator, "entry-mentor", pair.mentor.pk),
        "entry_mentee": _token(curator, "entry-mentee", pair.seats.get().mentee.pk),
        "gate_file": GateMarkFactory(
            programme=pair.programme,
            person=person,
            recorded_by=curator,
            evidence=store(school_id=school.pk, name="Справка.pdf", content_type="application/pdf", content=b"%PDF-"),
        ).pk,
        "kinship": record_kinship(actor=curator, person=person, relative=agreed.mentor.person).pk,
        "topic": TopicFactory(school=school).pk,
        "sheet": sheet.pk,
        "scan": scan.batch_id,
        "contract": contract.pk,
        "contracted": contract.person_id,
        "guardian": proposed.mentee_people[0].guardians.first().pk,
        "scan_page": scan.pk,
        "sheet_code": sheet.code,
        "batch": ImportBatch.objects.create(
            school=school,
            programme=pair.programme,
            base=ImportBase.MENTORS,
            file_name="База.xlsx",
            source={"sheet": "База", "row": 1, "headings": ["ФИО наставника"], "rows": [[2, ["Громова"]]]},
            mapping=["name"],
            rows=[{"row": 2, "verdict": "error", "name": "Громова", "place": "", "person": None, "values": {}, "changes": []}],
            problems=[
                {
                    "sheet": "База",
                    "row": 2,
                    "letter": "A",
                    "code": "bad_name",
                    "found": "Громова",
                    "expected": "имя полностью",
                    "key": "name",
                    "offer": "",
                }
            ],
            created_by=curator,
        ).pk,
        "pair": pair.pk,
        "proposed": proposed.pk,
        "replaced": PairFactory(programme=pair.programme, follows=agreed).pk,
        "request": PairRequestFactory(pair=pair).pk,
        "concern": ConcernFactory(pair=pair, lead=curator).pk,
        "lead": SafeguardingLeadFactory(member=curator).pk,
        "amended": AmendmentFactory(pair__programme=pair.programme).pair.pk,
        "run": run.pk,
        "introduced": Introduction.objects.create(school=school, run=run, mentee=waiting, mentor=pair.mentor, place=1).mentee_id,
        "trial": run.trial,
        "waiting": waiting.pk,
        **_wishes(pair, curator),
        "meeting": MeetingFactory(pair=pair, held_on=datetime.date(2026, 10, 20)).pk,
        "task": PlanItemFactory(pair=pair).pk,
        "order": order.pk,
        "document": DocumentFactory(programme=pair.programme, author=curator, pdf=order.pdf).pk,
        "check_code": signed.check_code,
        "acknowledgement": signed.acknowledgements.get(person=pair.mentor.person).pk,
        "campaign": campaign.pk,
        "invitation": campaign.invitations.get(person=person).pk,
        "questionnaire_link": _token(curator, "questionnaire", campaign.invitations.get(person=person).pk),
        "answered": _answer(campaign.invitations.get(person=pair.mentee_people[0]), curator).pk,
        "job": Job.objects.create(
            school=school, kind="order_pdf", title="Приказ", dedupe_key="world", created_by=curator, file=order.pdf
        ).pk,
        "membership": curator.pk,
    }


def _token(curator, purpose: str, subject: int) -> str:
    return token_of(issue_links(actor=curator, purpose=purpose, subjects=[subject], expires_on=today())[subject])


def _answer(invitation, by):
    invitation.answered_at, invitation.answered_by, invitation.way = now(), by, "account"
    invitation.save(update_fields=["answered_at", "answered_by", "way"])
    return invitation


def _wishes(pair, curator) -> dict:
    """A round that asks both sides, personal links into it, and a veto."""
    wish_round = open_wish_round(actor=curator, programme=pair.programme, closes_on=pair.programme.ends_on, asks_mentors=True)
    mentee = pair.seats.get().mentee
    links = {}
    for key, purpose, record in (("wish_token", "wishes_mentee", mentee), ("view_token", "wishes_mentor", pair.mentor)):
        issued = issue_links(actor=curator, purpose=purpose, subjects=[record.pk], expires_on=wish_round.closes_on)
        links[key] = token_of(issued[record.pk])
    return links | {"veto": VetoFactory(mentee=mentee, mentor=pair.mentor, given_by=curator).pk}


def _sign(pair, people):
    """A signed order that names the mentor of the pair."""
    told = {"mentors": [pair.mentor.pk]}
    order = prepare_order(actor=people["curator"], programme=pair.programme, kind="appointment_of_mentors", details=told)
    send_order(actor=people["curator"], order=order)
    return sign_order(actor=people["director"], order=order)


def _seat(pair, people) -> None:
    """Let the mentor, the mentee and the guardian of the table be those of the pair."""
    mentee = pair.mentee_people[0]
    for person, role in ((pair.mentor.person, "mentor"), (mentee, "mentee"), (mentee.guardians.get(), "guardian")):
        person.user = people[role].user
        person.save(update_fields=["user"])
