"""What a merge would do: shown as a preview, and walked again when it is done."""

from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext as _

from accounts.models import Membership
from participants.models import EntryAnswers, EntryDraft, Kinship, MenteeRecord, MentorRecord, Person
from participants.services.merging.fields import FieldChoice, choices_of
from participants.services.merging.relations import Relation, is_record, relations_to


@dataclass
class Joint:
    """Two rows that become one: rows that move, rows that say nothing new, rows whose other fields must follow, joints below."""

    kept: models.Model
    lost: models.Model
    fields: list[FieldChoice]
    moves: list[tuple[Relation, list[int]]] = field(default_factory=list)
    drops: list[models.Model] = field(default_factory=list)
    changes: list[tuple[models.Model, dict]] = field(default_factory=list)
    joints: list["Joint"] = field(default_factory=list)


class MergePlan:
    """`conflicts` are sentences; with one of them there is no merge."""

    def __init__(self, kept: Person, lost: Person):
        self.conflicts: list[str] = []
        self.counts: dict[str, int] = {}
        self._see_one_person(kept, lost)
        self.joint = self._join(kept, lost)

    def joints(self) -> list[Joint]:
        return [self.joint, *self.joint.joints]

    def _see_one_person(self, kept: Person, lost: Person) -> None:
        if kept.pk == lost.pk:
            self.conflicts.append(_("This is one and the same entry. Choose the other one."))
        if kept.user_id != lost.user_id and may_sign_in(kept) and may_sign_in(lost):
            words = {"one": kept.user.username, "other": lost.user.username}
            sentence = _("Both have accounts, “%(one)s” and “%(other)s”. Ask the administration to close the one that is not used.")
            self.conflicts.append(sentence % words)
        for relation in relations_to(MentorRecord):
            for other in relation.model._meta.get_fields():
                if (
                    other.is_relation
                    and other.related_model is MenteeRecord
                    and (other.many_to_many or other.many_to_one)
                    and not other.auto_created
                ):
                    self._see_both_sides(relation, other.name, kept, lost)

    def _see_both_sides(self, relation: Relation, mentee: str, kept: Person, lost: Person) -> None:
        for mentor_person, mentee_person in ((kept, lost), (lost, kept)):
            sides = {f"{relation.field.name}__person": mentor_person, f"{mentee}__person": mentee_person}
            row = relation.model._default_manager.filter(**sides).first()
            if row is not None:
                words = {"mentor": mentor_person.full_name, "mentee": mentee_person.full_name, "kind": row._meta.verbose_name, "row": row}
                sentence = _(
                    "%(mentor)s is the mentor and %(mentee)s the mentee in one place (%(kind)s: %(row)s), so these are two people."
                )
                self.conflicts.append(sentence % words)

    def _join(self, kept: models.Model, lost: models.Model) -> Joint:
        joint = Joint(kept, lost, choices_of(kept, lost))
        for relation in relations_to(type(kept)):
            if relation.model is Kinship:
                self._join_kinships(relation, joint)
                continue
            rows = list(relation.rows(lost))
            clashes = _clashes(relation, kept, lost) if rows else {}
            free = [row for row in rows if row.pk not in clashes]
            if free:
                joint.moves.append((relation, [row.pk for row in free]))
                self._count(relation, len(free))
            for row in rows:
                if row.pk in clashes:
                    self._settle(joint, relation, clashes[row.pk], row)
        return joint

    def _settle(self, joint: Joint, relation: Relation, kept: models.Model, lost: models.Model) -> None:
        """Two rows that cannot stand side by side."""
        if is_record(relation.model):
            joint.joints.append(self._join(kept, lost))
        elif relation.model is EntryAnswers:  # a further sheet of the same person: the next number
            taken = [len(list(relation.rows(joint.kept))), *(values.get("number", 0) for _row, values in joint.changes)]
            joint.changes.append((lost, {relation.field.attname: joint.kept.pk, "number": max(taken) + 1}))
            self._count(relation, 1)
        elif relation.model is EntryDraft or _says_nothing_new(relation, kept, lost):
            joint.drops.append(lost)
        else:
            words = {"kind": relation.model._meta.verbose_name, "one": kept, "other": lost}
            sentence = _("Both have what a person may have once (%(kind)s): “%(one)s” and “%(other)s”. Close or void one of them first.")
            self.conflicts.append(sentence % words)

    def _join_kinships(self, relation: Relation, joint: Joint) -> None:
        """One row for two people, the lower key first."""
        for row in relation.rows(joint.lost):
            relative = row.other_id if row.one_id == joint.lost.pk else row.one_id
            if relative == joint.kept.pk:
                self.conflicts.append(
                    _("The two are recorded as relatives, so these are two people. Remove the kinship first if it is wrong.")
                )
                continue
            one, other = sorted((joint.kept.pk, relative))
            if Kinship.objects.filter(one=one, other=other).exists():
                joint.drops.append(row)
            else:
                joint.changes.append((row, {"one_id": one, "other_id": other}))
                self._count(relation, 1)

    def _count(self, relation: Relation, number: int) -> None:
        through = relation.model._meta.auto_created
        name = str((through or relation.model)._meta.verbose_name)
        self.counts[name] = self.counts.get(name, 0) + number


def may_sign_in(person: Person) -> bool:
    return bool(person.user_id) and Membership.objects.active().filter(user=person.user_id, school=person.school_id).exists()


def _clashes(relation: Relation, kept: models.Model, lost: models.Model) -> dict[int, models.Model]:
    """{pk of a row of the lost one: the row of the kept one that stands in its way}."""
    found = {}
    for fields, condition in relation.uniques():
        attnames = [relation.model._meta.get_field(name).attname for name in fields]
        limit = condition or models.Q()
        standing = {tuple(getattr(row, name) for name in attnames): row for row in relation.rows(kept).filter(limit)}
        for row in relation.rows(lost).filter(limit):
            values = tuple(getattr(row, name) for name in attnames)
            if values in standing and None not in values:
                found.setdefault(row.pk, standing[values])
    return found


def _says_nothing_new(relation: Relation, kept: models.Model, lost: models.Model) -> bool:
    """Nothing hangs on the row and its values are empty or those of the other; who wrote it down and when does not count."""
    if any(deeper.rows(lost).exists() for deeper in relations_to(type(lost))):
        return False
    for column in lost._meta.concrete_fields:
        is_witness = column.related_model is Membership or getattr(column, "auto_now_add", False)
        if column.primary_key or column is relation.field or is_witness:
            continue
        if getattr(lost, column.attname) not in ("", None, getattr(kept, column.attname)):
            return False
    return True
