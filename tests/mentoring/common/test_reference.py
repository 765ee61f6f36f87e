import pytest

from mentoring.common import reference
from mentoring.common.reference import ReferenceDataError, load

HEAD = 'version = "1"\nsource = "программа школы"\nverified = true\n'


@pytest.fixture
def write(tmp_path, monkeypatch):
    monkeypatch.setattr(reference, "ROOT", tmp_path)
    reference._read.cache_clear()
    yield lambda text: (tmp_path / "file.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    reference._read.cache_clear()


def test_load_returns_the_content(write):
    write(HEAD + 'title = "Ученик – ученик"\n')

    assert load("file.toml")["title"] == "Ученик – ученик"


def test_load_gives_each_caller_a_copy(write):
    write(HEAD + 'forms = ["pupil_pupil"]\n')

    load("file.toml")["forms"].append("teacher_teacher")

    assert load("file.toml")["forms"] == ["pupil_pupil"]


@pytest.mark.parametrize("key", ["version", "source", "verified"])
def test_load_names_the_missing_key(write, key):
    write("".join(line for line in HEAD.splitlines(keepends=True) if not line.startswith(key)))

    with pytest.raises(ReferenceDataError, match=rf"file\.toml: has no '{key}'"):
        load("file.toml")


@pytest.mark.parametrize(
    "line, key",
    [("version = 1", "version"), ('source = ""', "source"), ('source = "  "', "source"), ('verified = "yes"', "verified")],
)
def test_load_refuses_a_head_of_the_wrong_kind(write, line, key):
    write("\n".join(line if known.startswith(key) else known for known in HEAD.splitlines()))

    with pytest.raises(ReferenceDataError, match=f"'{key}' must be"):
        load("file.toml")


@pytest.mark.parametrize("text", ["version = ", b"version = '\xff'"])
def test_load_refuses_what_is_not_toml(write, text):
    write(text)

    with pytest.raises(ReferenceDataError, match="is not TOML in UTF-8"):
        load("file.toml")


def test_load_says_that_the_file_is_missing(write):
    with pytest.raises(ReferenceDataError, match=r"nowhere\.toml: cannot be read"):
        load("nowhere.toml")


def test_load_stays_inside_the_project(write):
    with pytest.raises(ReferenceDataError, match="lies outside the project"):
        load("../file.toml")
