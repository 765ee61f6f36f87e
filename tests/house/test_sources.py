"""Rules that are read off the sources."""

import ast
import re
from pathlib import Path

import pytest
from django.conf import settings

ROOMS = ("mentoring", "accounts", "jobs", "programmes", "participants", "pairs", "monitoring", "reports")
PYTHON = [path for room in ROOMS for path in sorted((settings.BASE_DIR / room).rglob("*.py")) if "migrations" not in path.parts]
TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
GALLERIES = sorted((settings.BASE_DIR / "tests/templates").rglob("*.html"))  # a specimen shows the partials of papers
# Each place that leaves the scopes, with its reason.
MAY_LEAVE_SCOPES = {
    "jobs/services/running.py",  # a worker meets the job before it knows the school
    "reports/queries/own_orders.py",  # asked of the actor, who is found before the scope opens
    "reports/queries/checking.py",  # anybody with the code of a paper asks, whatever the school
    "jobs/tasks.py",  # the sweeper looks after the jobs of all schools
    "jobs/models/heartbeat.py",  # a worker that is busy for another school is alive
    "jobs/services/reconciling.py",  # files on the disk are compared with the rows of all schools
}


def relative(path: Path) -> str:
    return str(path.relative_to(settings.BASE_DIR))


def test_scopes_are_left_only_where_a_reason_is_written_down():
    leaving = {relative(path) for path in PYTHON if re.search(r"^\s*with .*scopes_disabled\(", path.read_text(), re.MULTILINE)}

    assert leaving == MAY_LEAVE_SCOPES


def test_the_address_of_tandem_and_who_asks_are_found_out_in_one_place():
    asking = {relative(path) for path in PYTHON if re.search(r"build_absolute_uri|REMOTE_ADDR|FORWARDED_FOR", path.read_text())}

    assert asking == {"mentoring/common/addresses.py"}


def test_no_query_is_written_by_hand():
    handmade = [relative(path) for path in PYTHON if re.search(r"objects\.raw\(|\.extra\(|RawSQL|cursor\(\)", path.read_text())]

    assert handmade == []


def test_base_managers_are_not_used_to_get_around_the_scope():
    around = [relative(path) for path in PYTHON if "_base_manager" in path.read_text()]

    assert around == []


@pytest.mark.parametrize("path", TEMPLATES, ids=relative)
def test_template_has_no_inline_style_or_script(path):
    text = path.read_text()
    inline = re.findall(r"\sstyle=|\son[a-z]+=|<script(?![^>]*\bsrc=)", text)

    assert inline == []


def test_every_template_is_used():
    sources = "".join(path.read_text() for path in [*PYTHON, *TEMPLATES, *GALLERIES])
    folders_of_libraries = ("account/", "allauth/", "bootstrap5/", "django_filters/")
    error_pages = {"400.html", "403.html", "404.html", "500.html", "403_csrf.html"}
    unused = []
    for path in TEMPLATES:
        template = str(path.relative_to(settings.BASE_DIR / "templates"))
        if template not in error_pages and not template.startswith(folders_of_libraries) and template not in sources:
            unused.append(template)

    assert unused == []


def test_views_do_not_write_to_the_database_themselves():
    writing = {"save", "create", "bulk_create", "delete", "update_or_create", "get_or_create"}
    found = []
    for path in PYTHON:
        if "views" not in path.parts and path.name != "views.py":
            continue
        calls = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
        found += [f"{relative(path)}:{call.lineno}" for call in calls if getattr(call.func, "attr", "") in writing]

    assert found == []


def test_only_the_rehearsal_pretends_another_day():
    pretending = {relative(path) for path in PYTHON if "pretend(" in path.read_text()}

    assert {path for path in pretending if not path.startswith("reports/rehearsal/")} == {"mentoring/common/clock.py"}


def test_no_text_is_translated_inside_an_f_string():
    """The catalogue's extractor does not look there, so such a text would stay English without a word."""
    names = {"_", "gettext", "gettext_lazy", "ngettext", "pgettext"}
    found = []
    for path in PYTHON:
        strings = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.JoinedStr)]
        calls = [node for string in strings for node in ast.walk(string) if isinstance(node, ast.Call)]
        found += [f"{relative(path)}:{call.lineno}" for call in calls if getattr(call.func, "id", "") in names]

    assert found == []


def test_workbooks_and_text_tables_are_made_and_read_in_one_place():
    """There a user's text is never a formula (T-22) and no bomb reaches a parser (T-14): an export of its own would know neither."""
    imports = re.compile(r"^\s*(?:from|import) (?:openpyxl|python_calamine|csv)\b", re.MULTILINE)
    handling = {relative(path) for path in PYTHON if imports.search(path.read_text())}

    assert {path for path in handling if not path.startswith("mentoring/common/sheets/")} == set()
