import io

import pytest
from pypdf import PdfReader
from weasyprint import HTML  # noqa: TID253 - the control
from weasyprint.urls import URLFetchingError  # noqa: TID253 - what is tested

from mentoring.common.papers.fetcher import BASE_URL, StaticFetcher
from mentoring.common.papers.printer import print_pdf
from mentoring.common.papers.renderer import PaperError
from tests.listener import has_ipv6

PLACES = {
    "img": '<img alt="" src="{}">',
    "srcset": '<img alt="" srcset="{} 2x">',
    "object": '<object data="{}"></object>',
    "embed": '<embed src="{}">',
    "stylesheet": '<link rel="stylesheet" href="{}">',
    "attachment": '<link rel="attachment" href="{}">',
    "attachment of a link": '<a rel="attachment" href="{}">x</a>',
    "@import": "<style>@import url({});</style>",
    "background": "<p style=\"background: url('{}')\">x</p>",
    "content": "<style>p::before {{ content: url({}); }}</style><p>x</p>",
    "list": "<ul style=\"list-style-image: url('{}')\"><li>x</li></ul>",
    "border": "<p style=\"border: 1px solid; border-image-source: url('{}')\">x</p>",
    "font": "<style>@font-face {{ font-family: F; src: url({}); }} p {{ font-family: F; }}</style><p>x</p>",
    "svg image": '<svg width="9" height="9"><title>x</title><image href="{}" width="9" height="9"/></svg>',
    "svg use": '<svg width="9" height="9"><title>x</title><use href="{}#a"/></svg>',
    "base": '<base href="{}"><img alt="" src="x.png">',
}
ADDRESSES = [
    "http://127.0.0.1:{port}/x",
    "http://localhost:{port}/x",
    "http://[::1]:{port}/x",
    "http://2130706433:{port}/x",
    "http://0x7f000001:{port}/x",
    "http://127.1:{port}/x",
    "HTTP://127.0.0.1:{port}/x",
    "//127.0.0.1:{port}/x",
    "https://127.0.0.1:{port}/x",
    "ftp://127.0.0.1:{port}/x",
    "gopher://127.0.0.1:{port}/x",
    "http://papers.invalid@127.0.0.1:{port}/static/css/paper.css",
    "https://papers.invalid.127.0.0.1:{port}/static/css/paper.css",
    "file:///etc/passwd",
    "file://localhost/etc/passwd",
    "FILE:///etc/passwd",
    "/etc/passwd",
    "../../../../etc/passwd",
    "/static/../manage.py",
    "/static/css/../../manage.py",
    "/static/%2e%2e/manage.py",
    "/static/..%2fmanage.py",
    "/static/%2fetc/passwd",
    "/static//etc/passwd",
    "/static/..\\manage.py",
    "/static/css/paper.css%00.png",
    "/static/css/paper.css?x=1",
    "data:text/html,<script>alert(1)</script>",
    "http://127.0.0.1:{port}/moved",
    "jar:http://127.0.0.1:{port}/x!/y",
    "javascript:alert(1)",
]


def document(body: str) -> str:
    return f'<html lang="ru"><head><title>x</title></head><body>{body}</body></html>'


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_but_our_static_files_is_opened(address, listener):
    port, hits = listener
    with pytest.raises(PaperError):
        print_pdf(document(PLACES["img"].format(address.format(port=port))))
    assert hits == []


@pytest.mark.parametrize("address", ["http://127.0.0.1:{port}/x", "http://2130706433:{port}/x", *["http://[::1]:{port}/x"] * has_ipv6()])
def test_the_listener_hears_a_fetcher_without_care(address, listener):
    """The control: in three ways to write this machine."""
    port, hits = listener
    HTML(string=document(PLACES["img"].format(address.format(port=port)))).write_pdf()
    assert hits == ["/x"]


def test_the_listener_hears_who_follows_a_redirect_and_who_speaks_no_http(listener):
    """The control: two ways to be led on, and a caller that waits for a greeting."""
    port, hits = listener
    HTML(string=document(PLACES["img"].format(f"http://127.0.0.1:{port}/moved"))).write_pdf()
    HTML(string=document(PLACES["img"].format(f"https://127.0.0.1:{port}/x"))).write_pdf()
    assert hits[:2] == ["/moved", "/arrived"]
    assert len(hits) > 2


@pytest.mark.parametrize("place", PLACES)
def test_no_place_in_a_document_reaches_the_network(place, listener):
    port, hits = listener
    try:
        pdf = print_pdf(document(PLACES[place].format(f"http://127.0.0.1:{port}/x")))
    except PaperError:
        pdf = b""
    assert hits == []
    assert not pdf or PdfReader(io.BytesIO(pdf)).attachments == {}


@pytest.mark.parametrize(
    "name, kind",
    [("css/paper.css", "text/css"), ("vendor/tinos/400Regular/Tinos_400Regular.ttf", "font/ttf"), ("css/paper.css#part", "text/css")],
)
def test_our_own_files_come_with_their_kind(name, kind):
    response = StaticFetcher().fetch(f"{BASE_URL}static/{name}")
    assert response.content_type == kind
    assert response.read()


def test_collected_files_are_found_by_their_hashed_names(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    (tmp_path / "css").mkdir()
    (tmp_path / "css/paper.0123abcd.css").write_text("p {}")
    assert StaticFetcher().fetch(f"{BASE_URL}static/css/paper.0123abcd.css").read() == b"p {}"


def test_folders_are_no_files():
    with pytest.raises((OSError, URLFetchingError)):
        StaticFetcher().fetch(f"{BASE_URL}static/css")
