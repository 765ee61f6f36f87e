"""Rules that every model keeps."""

import pytest
from django.apps import apps
from django.db import models
from django_scopes import scopes_disabled
from django_scopes.exceptions import ScopeError

from mentoring.common.scoping import SchoolOwned

ROOMS = ("accounts", "jobs", "programmes", "participants", "pairs", "monitoring", "reports")
ABOVE_SCHOOLS = {"School", "User", "Membership", "StorageCheck", "WorkerHeartbeat"}
OURS = [model for app in ROOMS for model in apps.get_app_config(app).get_models()]
SCHOOL_OWNED = [model for model in OURS if issubclass(model, SchoolOwned)]


def name(model) -> str:
    return model.__name__


def test_every_model_belongs_to_a_school_unless_it_stands_above_schools():
    assert {name(model) for model in OURS if model not in SCHOOL_OWNED} == ABOVE_SCHOOLS


@pytest.mark.parametrize("model", SCHOOL_OWNED, ids=name)
@pytest.mark.parametrize("question", ["all", "exists", "count", "first"])
def test_query_outside_a_school_raises(model, question):
    with pytest.raises(ScopeError):
        getattr(model.objects, question)()


@pytest.mark.parametrize("model", SCHOOL_OWNED, ids=name)
def test_exclude_outside_a_school_raises(model):
    with pytest.raises(ScopeError):
        model.objects.exclude(pk=1)


@pytest.mark.parametrize("model", SCHOOL_OWNED, ids=name)
def test_rows_of_another_school_do_not_answer(model, school, other_school):
    wanted = model.objects.filter(school=other_school)

    assert "school_id" in str(model.objects.all().query)
    assert not wanted.exists()


@pytest.mark.parametrize("model", OURS, ids=name)
def test_people_and_papers_are_protected_from_deletion(model):
    keys = [field for field in model._meta.get_fields() if isinstance(field, models.ForeignKey)]

    assert [key.name for key in keys if key.remote_field.on_delete is not models.PROTECT] == []


def test_unscoped_manager_methods_work_when_scopes_are_disabled(school):
    with scopes_disabled():
        assert SCHOOL_OWNED[0].objects.count() >= 0
