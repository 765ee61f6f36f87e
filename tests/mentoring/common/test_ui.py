"""The components keep their promises: words, not only colours; links that lead to fields; menus of one form."""

import datetime
import types

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import RequestContext, Template
from django.test import RequestFactory
from django.utils import translation

from mentoring.common.templatetags import ui


@pytest.fixture
def draw():
    def draw(source, **context):
        request = RequestFactory().get("/list/?state=active&page=2")
        return Template("{% load ui %}" + source).render(RequestContext(request, context))

    return draw


class MeetingForm(forms.Form):
    topic = forms.CharField(label="Topic")
    kind = forms.ChoiceField(label="Kind", choices=[("a", "A")], widget=forms.RadioSelect)
    secret = forms.CharField(widget=forms.HiddenInput)

    def clean(self):
        raise forms.ValidationError("No pair.")


def test_a_state_is_said_in_words_and_by_an_icon(draw):
    pair = types.SimpleNamespace(state="active", get_state_display=lambda: "Active")
    html = draw("{% state pair %}", pair=pair)
    assert "mark-good" in html
    assert "bi-check-circle" in html
    assert "Active" in html


def test_an_unknown_state_stays_neutral():
    assert "mark-neutral" in ui.state_badge("never_heard", "Odd")


def test_a_badge_escapes_what_people_typed():
    assert "<script>" not in ui.badge("<script>")


def test_days_are_written_as_schools_write_them():
    day = datetime.date(2026, 9, 3)
    with translation.override("ru"):
        assert ui.day(day) == "3 сентября 2026"
        assert ui.day_short(day) == "03.09.2026"
    assert ui.day(None) == "—"


def test_the_header_keeps_no_box_for_buttons_that_are_not_there(draw):
    assert "head-actions" not in draw('{% page_header "Pairs" "Who works with whom." %} {% endpage_header %}')
    assert "head-actions" in draw('{% page_header "Pairs" %}{% link_button "Add" "/add/" %}{% endpage_header %}')


def test_an_unsafe_step_is_a_form_with_a_token(draw):
    html = draw('{% post_button "Sign" "/sign/" %}')
    assert 'method="post"' in html
    assert "csrfmiddlewaretoken" in html


def test_the_menu_takes_items_and_groups():
    item = {"label": "Home", "url": "/", "icon": "house", "active": True, "badge": ""}
    groups = ui.nav_groups([item, item, {"label": "People", "items": [item]}])
    assert [(group["label"], len(group["items"])) for group in groups] == [("", 2), ("People", 1)]


def test_the_thumb_bar_has_three_places_and_the_menu(draw):
    item = {"label": "Home", "url": "/", "icon": "house", "active": False, "badge": ""}
    assert draw("{% bottom_bar items %}", items=[item] * 5).count("bar-item") == 4


def test_breadcrumbs_end_with_this_page(draw):
    html = draw('{% breadcrumbs "Pairs" "/pairs/" "Gromova" %}')
    assert '<a href="/pairs/">Pairs</a>' in html
    assert '<li aria-current="page">Gromova</li>' in html


def test_errors_lead_to_their_fields():
    lines = ui.form_errors(MeetingForm({}))
    assert [line["href"] for line in lines] == ["", "#id_topic", "#id_kind_0", ""]


def test_a_fresh_form_has_no_summary(draw):
    assert "error-summary" not in draw("{% error_summary form %}", form=MeetingForm())


def test_a_refused_form_keeps_the_words_and_says_each_error_once_on_top(draw):
    html = draw('{% form_layout form "Log the meeting" "/back/" %}', form=MeetingForm({"topic": "Plan"}))
    assert html.count("No pair.") == 1
    assert 'value="Plan"' in html
    assert "novalidate" in html
    assert "Log the meeting" in html


def test_paging_keeps_the_filter(draw):
    page = Paginator(range(100), 10).page(2)
    assert "state=active&amp;page=3" in draw("{% pagination page_obj %}", page_obj=page)


def test_progress_asks_again_only_while_there_is_something_to_ask(draw):
    assert "every 2s" in draw('{% progress "Order" 40 "/jobs/1/" %}')
    assert "hx-get" not in draw('{% progress "Order" 100 %}')


def test_the_three_empties_are_three_sentences(draw):
    texts = [draw('{% empty_state "people" "No pairs yet." %}'), draw("{% nothing_found %}"), draw("{% no_right %}")]
    assert len(set(texts)) == 3


def test_messages_of_trouble_are_alerts(draw):
    messages = [types.SimpleNamespace(level_tag="error"), types.SimpleNamespace(level_tag="success")]
    html = draw("{% message_list notes %}", notes=messages)
    assert html.count('role="alert"') == 1
    assert html.count('role="status"') == 1
