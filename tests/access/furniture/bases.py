"""People, their records and questionnaires of entry, an imported table."""

from jobs.services import store
from mentoring.common.clock import today
from participants.enums import ImportBase
from participants.models import ImportBatch
from participants.services import issue_application_link, merge_people, record_kinship
from tests.access.furniture.links import personal_link
from tests.factories.participants import ApplicationFactory, BulkChangeFactory, EntryAnswersFactory, GateMarkFactory, PersonFactory

UNREADABLE = {
    "sheet": "База",
    "row": 2,
    "letter": "A",
    "code": "bad_name",
    "found": "Громова",
    "expected": "имя полностью",
    "key": "name",
    "offer": "",
}


def base_keys(pair, agreed, curator) -> dict:
    person, school = pair.mentor.person, pair.school
    evidence = store(school_id=school.pk, name="Справка.pdf", content_type="application/pdf", content=b"%PDF-")
    twins = [PersonFactory(school=school) for _side in ("kept", "lost")]
    return {
        "person": person.pk,
        "twin": PersonFactory(school=school).pk,
        "merge": merge_people(actor=curator, kept=twins[0], lost=twins[1], choices={}).pk,
        "bulk_change": BulkChangeFactory(made_by=curator).pk,
        "mentor": pair.mentor.pk,
        "mentee": pair.seats.get().mentee.pk,
        "kinship": record_kinship(actor=curator, person=person, relative=agreed.mentor.person).pk,
        "gate_file": GateMarkFactory(programme=pair.programme, person=person, recorded_by=curator, evidence=evidence).pk,
    }


def entry_keys(pair, curator) -> dict:
    return {
        "application": ApplicationFactory(programme=pair.programme).pk,
        "application_link": application_link(pair, curator).pk,
        "apply_mentor": personal_link(curator, "apply-mentor", pair.programme_id),
        "apply_mentee": personal_link(curator, "apply-mentee", pair.programme_id),
        "entry_answers": EntryAnswersFactory(programme=pair.programme, person=pair.mentor.person).pk,
        "entry_mentor": personal_link(curator, "entry-mentor", pair.mentor.pk),
        "entry_mentee": personal_link(curator, "entry-mentee", pair.seats.get().mentee.pk),
    }


def application_link(pair, curator):
    return issue_application_link(actor=curator, programme=pair.programme, base=ImportBase.MENTORS, expires_on=today())


def import_keys(pair, curator) -> dict:
    batch = ImportBatch.objects.create(
        school=pair.school,
        programme=pair.programme,
        base=ImportBase.MENTORS,
        file_name="База.xlsx",
        source={"sheet": "База", "row": 1, "headings": ["ФИО наставника"], "rows": [[2, ["Громова"]]]},
        mapping=["name"],
        rows=[{"row": 2, "verdict": "error", "name": "Громова", "place": "", "person": None, "values": {}, "changes": []}],
        problems=[UNREADABLE],
        created_by=curator,
    )
    return {"batch": batch.pk}
