import pytest
from crispy_forms.templatetags.crispy_forms_filters import as_crispy_field
from django import forms
from django.test.html import parse_html

from mentoring.common.templatetags.lists import filter_field


class Filter(forms.Form):
    state = forms.ChoiceField(label="Состояние <b>", choices=[("", "Все"), ("a", "Действует"), ("b", "Ждёт & молчит")], required=False)
    name = forms.CharField(label="Имя", required=False)
    since = forms.DateField(label="С", required=False)


@pytest.mark.parametrize("data, chosen", [({}, ""), ({"state": "b"}, "b")])
def test_a_select_says_what_is_chosen(data, chosen):
    html = filter_field(Filter(data)["state"])

    assert html.count(" selected") == 1
    assert f'<option value="{chosen}" selected>' in html
    assert "Состояние &lt;b&gt;" in html
    assert "Ждёт &amp; молчит" in html
    parse_html(html)


def test_a_wrong_choice_is_told_by_crispy():
    field = Filter({"state": "zzz"})["state"]

    assert filter_field(field) == as_crispy_field(field)
    assert "is-invalid" in filter_field(field)


def test_a_text_keeps_what_was_searched():
    html = filter_field(Filter({"name": 'Вера "7Б"'})["name"])

    assert 'value="Вера &quot;7Б&quot;"' in html
    parse_html(html)


def test_other_widgets_are_crispys():
    field = Filter({"since": "2026-11-01"})["since"]

    assert filter_field(field) == as_crispy_field(field)
