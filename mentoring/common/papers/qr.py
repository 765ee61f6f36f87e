"""QR codes for papers."""

import segno
from django.utils.safestring import SafeString, mark_safe


def qr_svg(text: str, *, border: int = 0, title: str = "") -> SafeString:
    """An <svg> without styles and without a size of its own (`.paper-qr` gives it); the title is read out."""
    code = segno.make(text, error="m", micro=False)
    return mark_safe(code.svg_inline(border=border, omitsize=True, svgclass="paper-qr", lineclass=None, title=title or None))
