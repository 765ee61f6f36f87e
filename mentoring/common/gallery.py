"""The gallery of components, for development: every component once, with invented people."""

import datetime

from django import forms
from django.core.paginator import Paginator
from django.views.generic import TemplateView

from mentoring.common.workflow import Step

STATES = (
    ("draft", "Черновик"),
    ("proposed", "Предложена"),
    ("sent", "На подписи"),
    ("active", "Действует"),
    ("returned", "Возвращён"),
    ("completed", "Завершена"),
)
EVENTS = (
    ("03.09.2026, 10:15", "Пара предложена", "О. В. Лебедева, куратор", "", "lightbulb", "info"),
    (
        "07.09.2026, 08:40",
        "Приказ возвращён с замечанием",
        "И. П. Соколов, директор",
        "Уточните срок работы пары.",
        "arrow-return-left",
        "bad",
    ),
    ("09.09.2026, 12:02", "Приказ подписан: № 41-н от 9 сентября 2026", "И. П. Соколов, директор", "", "patch-check", "good"),
)
STEPS = (
    Step("sign", "Подписать приказ", (), "signed", "", kind="primary"),
    Step("return", "Вернуть с замечанием", (), "returned", "", asks_note=True),
    Step("annul", "Отменить приказ", (), "annulled", "", kind="danger"),
)


class SampleForm(forms.Form):
    surname = forms.CharField(label="Фамилия", help_text="Как в документах")
    email = forms.EmailField(label="Электронная почта", required=False)
    born = forms.DateField(label="Дата рождения", widget=forms.DateInput(attrs={"type": "date"}))
    mentor = forms.ChoiceField(
        label="Наставник",
        choices=[("", "—"), ("1", "Громова Алиса, 10 «А»"), ("2", "Зимин Пётр, 11 «Б»")],
        widget=forms.Select(attrs={"data-search": ""}),
    )
    kind = forms.ChoiceField(label="Встреча", choices=[("in_person", "Очно"), ("remote", "Дистанционно")], widget=forms.RadioSelect)
    note = forms.CharField(label="Итог встречи", widget=forms.Textarea, required=False)
    agreed = forms.BooleanField(label="Согласие получено")

    def clean(self):
        raise forms.ValidationError("Такой человек уже есть в базе: Громова Алиса, 10 «А».")


class Gallery(TemplateView):
    template_name = "components/gallery.html"

    def get_context_data(self, **kwargs):
        keys = ("when", "sentence", "who", "note", "icon", "tone")
        return super().get_context_data(
            states=STATES,
            events=[dict(zip(keys, event, strict=True)) for event in EVENTS],
            ways=[{"step": step, "url": "#"} for step in STEPS],
            facts=[("Форма", "Ученик – ученик"), ("Ролевая модель", "Лидер – пассивный"), ("Срок", "1 сентября 2026 – 31 мая 2027")],
            tabs=[
                {"label": "Встречи", "url": "#", "active": True, "count": 12},
                {"label": "План", "url": "#"},
                {"label": "История", "url": "#", "count": 0},
            ],
            page_obj=Paginator(range(300), 25).page(5),
            today=datetime.date(2026, 9, 3),
            sample_form=SampleForm(),
            wrong_form=SampleForm({"email": "alisa@", "note": "Обсудили план"}, prefix="wrong"),
            **kwargs,
        )
