"""No text that a person types is without end: a megabyte in a field is a paper that nobody prints (T-18b)."""

import ast
import importlib
import pkgutil

from django import forms
from django.db import models

from mentoring.common.prose import ProseField
from tests.house.test_models import OURS, name
from tests.house.test_sources import PYTHON, ROOMS, relative

# Texts that nobody types, by model: reference data, and the sentence of a failed job.
WRITTEN_BY_THE_HOUSE = {
    "Job.error",
    "IndicatorScore.title",
    "Item.actual",
    "Item.expected",
}
OWN_SHAPE = (forms.UUIDField, forms.URLField, forms.EmailField, forms.GenericIPAddressField)  # their own check knows an end


def our_forms() -> list[type]:
    """Every form class; those made inside functions are seen by the test of the sources."""
    for room in ROOMS:
        package = importlib.import_module(room)
        for module in pkgutil.walk_packages(package.__path__, f"{room}."):
            if ".forms" in module.name or module.name.endswith(".filters"):
                importlib.import_module(module.name)
    found, waiting = [], [forms.BaseForm]
    while waiting:
        waiting += (below := waiting.pop().__subclasses__())
        found += [one for one in below if one.__module__.split(".")[0] in ROOMS and hasattr(one, "base_fields")]
    return [one for one in found if one.__module__ != "mentoring.common.gallery"]


def test_every_long_text_of_a_model_has_an_end():
    texts = [(model, field) for model in OURS for field in model._meta.local_concrete_fields if isinstance(field, models.TextField)]

    assert {f"{name(model)}.{field.name}" for model, field in texts if not isinstance(field, ProseField)} == WRITTEN_BY_THE_HOUSE


def test_every_text_of_a_form_has_an_end():
    shaped = {(one, label): field for one in our_forms() for label, field in one.base_fields.items()}
    texts = {key: field for key, field in shaped.items() if isinstance(field, forms.CharField) and not isinstance(field, OWN_SHAPE)}

    assert len(texts) > 100
    assert sorted(f"{one.__name__}.{label}" for (one, label), field in texts.items() if not field.max_length) == []


def test_no_text_without_an_end_is_put_into_a_form_by_a_function():
    endless = []
    for path in (path for path in PYTHON if relative(path) != "mentoring/common/gallery.py"):
        calls = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
        made = [call for call in calls if isinstance(call.func, ast.Attribute) and ast.unparse(call.func) == "forms.CharField"]
        endless += [f"{relative(path)}:{call.lineno}" for call in made if "max_length" not in {word.arg for word in call.keywords}]

    assert endless == []
