import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from accounts.models import AuditEvent
from mentoring.common.refusal import Refusal
from pairs.forms import AmendForm, ProposeForm
from programmes.models import Form, Kind, RoleModel
from programmes.services import add_entry, switch_entry
from tests.factories.pairs import PairFactory
from tests.factories.programmes import FormFactory, KindFactory, ProgrammeFactory, RoleModelFactory

PAGE = "/programmes/dictionaries/"


@pytest.fixture
def pair(school):
    """A pair beside whose terms there is another role model and another kind."""
    pair = PairFactory(programme__school=school)
    RoleModelFactory(school=school, form=pair.form, code="leader", title="Лидер – пассивный")
    KindFactory(school=school, code="remote", title="Дистанционное")
    return pair


def test_what_is_switched_off_is_offered_to_no_new_pair_and_stays_in_the_old_one(sign_in, curator, pair):
    switch_entry(actor=curator, entry=pair.role_model, is_active=False)
    switch_entry(actor=curator, entry=pair.kind, is_active=False)

    proposed, amended = ProposeForm(programme=pair.programme), AmendForm(pair=pair)
    page = sign_in(curator).get(pair.get_absolute_url()).content.decode()

    assert pair.role_model not in proposed.fields["role_model"].queryset
    assert pair.kind not in proposed.fields["kind"].queryset
    assert pair.role_model in amended.fields["role_model"].queryset
    assert pair.kind in amended.fields["kind"].queryset
    assert pair.role_model.title in page
    assert pair.kind.title in page
    assert AuditEvent.objects.filter(name="dictionary.switched_off").count() == 2


def test_a_form_that_is_switched_off_takes_its_role_models_along(curator, pair):
    other = FormFactory(school=pair.school, code="student_pupil", title="Студент – ученик")
    pair.programme.forms.add(other)

    switch_entry(actor=curator, entry=pair.form, is_active=False)

    form = ProposeForm(programme=pair.programme)
    assert list(form.fields["form"].queryset) == [other]
    assert not form.fields["role_model"].queryset.exists()


@pytest.mark.parametrize("noun", ["form", "role_model", "kind"])
def test_the_last_one_to_choose_from_stays(curator, school, noun):
    entry = getattr(PairFactory(programme__school=school), noun)

    with pytest.raises(Refusal):
        switch_entry(actor=curator, entry=entry, is_active=False)

    entry.refresh_from_db()
    assert entry.is_active


def test_a_programme_that_is_over_keeps_no_form_on(curator, school):
    over = ProgrammeFactory(school=school, starts_on="2020-09-01", ends_on="2021-05-31")
    form = over.forms.get()

    switch_entry(actor=curator, entry=form, is_active=False)

    assert not Form.objects.get(pk=form.pk).is_active


def test_a_role_model_of_the_own_may_be_chosen_at_once(sign_in, curator, pair):
    sign_in(curator).post(PAGE, {"place": pair.form_id, "title": "  Чемпион   и новичок ", "words": "Спорт"})

    added = RoleModel.objects.get(title="Чемпион и новичок")
    assert (added.form, added.purpose) == (pair.form, "Спорт")
    assert added in ProposeForm(programme=pair.programme).fields["role_model"].queryset
    assert AuditEvent.objects.filter(name="dictionary.added").count() == 1


def test_a_kind_that_is_there_already_is_refused_and_nothing_is_lost(sign_in, curator, pair):
    page = sign_in(curator).post(PAGE, {"place": "kind", "title": "ДИСТАНЦИОННОЕ", "words": "Через экран"}).content.decode()

    assert "уже есть в справочнике" in page
    assert "Через экран" in page
    assert Kind.objects.filter(title__iexact="дистанционное").count() <= 1


def test_switch_of_the_page_goes_off_and_on(sign_in, curator, pair):
    step = reverse("programmes:entry_switch", args=["kind", pair.kind_id])

    sign_in(curator).post(step)
    off = sign_in(curator).get(PAGE).content.decode()
    sign_in(curator).post(step, {"is_active": "on"})

    pair.kind.refresh_from_db()
    assert "не предлагается" in off
    assert pair.kind.is_active


def test_an_empty_dictionary_takes_the_ready_words(sign_in, curator):
    sign_in(curator).post(reverse("programmes:dictionaries_fill"))

    assert "Ученик – ученик" in sign_in(curator).get(PAGE).content.decode()
    assert Form.objects.exists()
    assert Kind.objects.exists()


def test_nobody_else_may_change_the_dictionary(director, pair):
    with pytest.raises(PermissionDenied):
        add_entry(actor=director, title="Свой вид")
    with pytest.raises(PermissionDenied):
        switch_entry(actor=director, entry=pair.kind, is_active=False)


@pytest.mark.parametrize("rows", [1, 30])
def test_page_costs_the_same_for_one_and_for_thirty_entries(sign_in, curator, school, rows, django_assert_num_queries):
    for number in range(rows):
        RoleModelFactory(school=school, code=f"model-{number}", form=FormFactory(school=school, code=f"form-{number}"))
        KindFactory(school=school, code=f"kind-{number}")
    client = sign_in(curator)

    with django_assert_num_queries(6):
        client.get(PAGE)
