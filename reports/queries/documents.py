"""Reading papers other than orders."""

from dataclasses import dataclass, field

from django.db.models import Count, Q

from programmes.models import Programme
from reports.enums import DocumentState
from reports.models import Document
from reports.queries.document_people import WORKED, people_for, working_pairs
from reports.queries.document_texts import document_kinds


@dataclass
class KindOfPaper:
    """A kind with the papers that there are, the newest first."""

    kind: dict
    papers: list[Document] = field(default_factory=list)
    people: list = field(default_factory=list)


def programme_papers(programme) -> list[KindOfPaper]:
    """Every kind of paper of the programme itself, made or not."""
    found = {kind["code"]: KindOfPaper(kind) for kind in document_kinds("programme")}
    for paper in programme.documents.kept().filter(kind__in=found).order_by("-pk"):
        found[paper.kind].papers.append(paper)
    return list(found.values())


def finished_paper(programme, kind: str) -> Document | None:
    """The last one of this kind that is ready: what a council adopts and an order approves."""
    rows = programme.documents.filter(kind=kind, state=DocumentState.FINAL) if kind else Document.objects.none()
    return rows.order_by("-finished_on", "-pk").first()


def people_papers(programme) -> list[KindOfPaper]:
    """Kinds of letters and certificates with the people whom they suit."""
    pairs = working_pairs(programme)
    return [KindOfPaper(kind, people=people_for(kind, pairs)) for kind in document_kinds("person")]


def pairs_with_papers(programme):
    """Pairs that work or have worked, with `plan_count`, `has_report` and their kept papers as `papers`."""
    rows = programme.pairs.filter(state__in=WORKED).with_names()
    rows = rows.annotate(
        plan_count=Count("plan", distinct=True), has_report=Count("mentor_report", distinct=True, filter=Q(mentor_report__isnull=False))
    )
    return rows.order_by("mentor__person__search_key", "pk")


def papers_of_person(person, kinds: list[dict]) -> list[dict]:
    """Programmes in which the person works or has worked, each with the kinds that suit: {programme, kinds, papers}."""
    programmes = Programme.objects.filter(Q(mentorrecords__person=person) | Q(menteerecords__person=person)).distinct()
    kept = list(person.documents.kept().order_by("-pk"))
    parts = []
    for programme in programmes.select_related("school", "year"):
        pairs = working_pairs(programme)
        suited = [kind for kind in kinds if person in people_for(kind, pairs)]
        papers = [paper for paper in kept if paper.programme_id == programme.pk]
        parts.append({"programme": programme, "kinds": suited, "papers": papers})
    return parts
