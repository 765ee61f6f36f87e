"""A scanner: printed sheets become pictures, laid crooked and upside down, and one PDF of them."""

import io

import pypdfium2
from PIL import Image


def photographs(pdf: bytes, *, dpi: int = 150) -> list[Image.Image]:
    """Each page as a grey picture."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in document]


def laid(picture: Image.Image, degrees: float) -> Image.Image:
    """As it lay on the glass."""
    return picture.rotate(degrees, expand=True, fillcolor=235, resample=Image.Resampling.BILINEAR)


def blotted(picture: Image.Image) -> Image.Image:
    """The code cannot be read: somebody has put a cup on the lower half."""
    spoilt = picture.copy()
    spoilt.paste(90, (0, picture.height // 2, picture.width, picture.height))
    return spoilt


def empty_page() -> Image.Image:
    return Image.new("L", (1240, 1754), 250)


def scan(pictures: list[Image.Image], *, dpi: int = 150) -> bytes:
    """One PDF, a page a picture."""
    file = io.BytesIO()
    pictures[0].save(file, "PDF", save_all=True, append_images=pictures[1:], resolution=dpi)
    return file.getvalue()


def side_by_side(left: Image.Image, right: Image.Image) -> Image.Image:
    """Two sheets on one photograph."""
    both = Image.new("L", (left.width + right.width, left.height))
    both.paste(left, (0, 0))
    both.paste(right, (left.width, 0))
    return both
