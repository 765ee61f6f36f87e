"""Merging reads off the models what hangs on a person. Here the same is found another way, so that nothing slips through."""

import pytest
from django.apps import apps
from django.db import models

from participants.models import MenteeRecord, MentorRecord, Person
from participants.services.merging.relations import relations_to

TARGETS = [Person, MentorRecord, MenteeRecord]
ALL = apps.get_models(include_auto_created=True)


def name(model) -> str:
    return model.__name__


def keys_to(target) -> set[str]:
    """Every column of the database that points to the table."""
    columns = [(model, field) for model in ALL for field in model._meta.concrete_fields if field.is_relation]
    return {f"{model._meta.label}.{field.name}" for model, field in columns if field.related_model is target}


@pytest.mark.parametrize("target", TARGETS, ids=name)
def test_every_key_that_points_to_a_person_or_a_record_moves_in_a_merge(target):
    assert {str(relation) for relation in relations_to(target)} == keys_to(target)


@pytest.mark.parametrize("target", TARGETS, ids=name)
def test_keys_without_a_name_of_their_own_are_among_them(target):
    hidden = [relation for relation in relations_to(target) if relation.field.remote_field.hidden]

    assert hidden


@pytest.mark.parametrize("target", TARGETS, ids=name)
def test_what_excludes_two_rows_can_be_asked_of_the_database(target):
    """A unique rule over an expression would be met only by the error of the database."""
    rules = [
        constraint
        for relation in relations_to(target)
        for constraint in relation.model._meta.constraints
        if isinstance(constraint, models.UniqueConstraint)
    ]

    assert [constraint.name for constraint in rules if constraint.expressions] == []


@pytest.mark.parametrize("target", TARGETS, ids=name)
def test_nothing_points_to_a_person_without_a_key(target):
    """A generic relation has no column, so no merge would find it."""
    generic = [f"{model._meta.label}.{field.name}" for model in ALL for field in model._meta.private_fields]

    assert generic == []
