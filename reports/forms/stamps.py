from django.utils.translation import gettext_lazy as _

from mentoring.common.wording.lines import LinesField


def stamps_field(initial: list[str]) -> LinesField:
    help_text = _("A stamp a line, parts apart by “;”: УТВЕРЖДАЮ; Директор; И. О. Фамилия; 01.09.2026. Empty: no stamps.")
    return LinesField(label=_("Stamps of approval and agreement"), help_text=help_text, initial=initial, rows=3, required=False)
