from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.common.lists import Column


def term(programme) -> str:
    return f"{date_format(programme.starts_on, 'SHORT_DATE_FORMAT')} – {date_format(programme.ends_on, 'SHORT_DATE_FORMAT')}"


def progress_words(programme) -> str:
    return _("%(done)s of %(total)s") % {"done": programme.measures_done, "total": programme.measures_total}


def show_progress(programme) -> str:
    """The bar is for the eye; the words beside it say the same."""
    percent = programme.measures_done * 100 // (programme.measures_total or 1)
    bar = '<span class="meter"><progress max="100" value="{}" aria-hidden="true" tabindex="-1"></progress>{}</span>'
    return format_html(bar, percent, progress_words(programme))


PROGRAMME_COLUMNS = (
    Column("title", gettext_lazy("Title"), lambda row: row.title, order_by=("title",), width=48, css="col-name"),
    Column("year", gettext_lazy("School year"), lambda row: str(row.year), order_by=("year__starts_on",), width=14),
    Column("term", gettext_lazy("Term"), term, order_by=("starts_on",)),
    Column("forms", gettext_lazy("Forms"), lambda row: ", ".join(form.title for form in row.forms.all()), width=60),
    Column("progress", gettext_lazy("Measures done"), progress_words, html=show_progress, order_by=("measures_done",), width=16),
)
