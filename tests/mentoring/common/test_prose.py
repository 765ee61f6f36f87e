import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation

from mentoring.common.prose import LONGEST, ProseInput, short_enough
from mentoring.common.refusal import Refusal
from mentoring.common.workflow import Transition
from pairs.models import Meeting


class NoteForm(forms.Form):
    note = ProseInput()


@pytest.fixture
def too_long() -> str:
    return "ж" * (LONGEST + 1)


def test_a_form_says_how_much_fits_and_how_much_was_written(too_long):
    with translation.override("ru"):
        form = NoteForm({"note": too_long})

        assert form.errors["note"] == ["Убедитесь, что это значение содержит не более 5000 символов (сейчас 5001)."]
    assert NoteForm({"note": too_long[1:]}).is_valid()


def test_the_browser_does_not_cut_what_is_pasted():
    html = str(NoteForm()["note"])

    assert "<textarea" in html
    assert "maxlength" not in html


def test_a_form_of_a_model_knows_the_limit_of_its_column(too_long):
    field = Meeting._meta.get_field("result").formfield()

    with pytest.raises(ValidationError):
        field.clean(too_long)


def test_a_service_that_asks_the_model_is_told(too_long):
    with pytest.raises(ValidationError):
        Meeting._meta.get_field("result").clean(too_long, None)


def test_migrations_see_a_plain_text():
    assert Transition._meta.get_field("note").deconstruct()[1:] == ("django.db.models.TextField", [], {"blank": True})


def test_words_without_a_form_are_refused_with_a_way_out(too_long):
    with translation.override("ru"), pytest.raises(Refusal, match="Сократите"):
        short_enough(too_long)
    assert short_enough("коротко") == "коротко"
