"""What people write in sentences: one limit for it, whatever form, sheet or step it comes through."""

from django import forms
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import gettext as _

from mentoring.common.refusal import Refusal

LONGEST = 5_000  # characters, two printed pages: nobody writes more about one thing, and a paper can hold it


class ProseInput(forms.CharField):
    """The browser is not told the limit: it would cut a pasted text without a word."""

    def __init__(self, *, max_length: int | None = LONGEST, widget=None, rows: int = 3, **kwargs):
        super().__init__(max_length=max_length, widget=widget or forms.Textarea(attrs={"rows": rows}), **kwargs)

    def widget_attrs(self, widget):
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}


class ProseField(models.TextField):
    """A text column with the limit in the program; the column itself has none, so migrations do not know of it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.max_length = LONGEST
        self.validators.append(MaxLengthValidator(LONGEST))

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        kwargs.pop("max_length")
        return name, "django.db.models.TextField", args, kwargs

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": ProseInput, **kwargs})


def short_enough(text: str) -> str:
    """For words that come through no form. Raises `Refusal`."""
    if len(text) > LONGEST:
        words = {"count": len(text), "limit": LONGEST}
        raise Refusal(_("The text is too long: %(count)s characters, and at most %(limit)s fit. Shorten it.") % words)
    return text
