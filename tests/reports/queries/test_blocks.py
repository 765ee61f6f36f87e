"""The grammar of a wording's lines."""

from reports.queries.blocks import blocks_of, points, points_ended, table


def kinds(lines, words) -> list[tuple[str, str]]:
    return [(one["kind"], one["text"]) for one in blocks_of(lines, words)]


def test_marks_make_headings_and_points():
    assert kinds(["# Раздел", "## Часть", "- пункт", "абзац"], {}) == [
        ("heading", "Раздел"),
        ("subheading", "Часть"),
        ("point", "пункт."),
        ("paragraph", "абзац"),
    ]


def test_points_of_a_list_end_alike_and_the_last_by_a_full_stop():
    assert points_ended(["первое;", "второе", "третье;"]) == ["первое;", "второе;", "третье."]
    assert points_ended(["Пункт. Ещё один.", "последний!"]) == ["Пункт. Ещё один.", "последний!"]
    assert points_ended([]) == []


def test_a_heading_with_nothing_under_it_is_left_out():
    lines = ["# Пусто", "{list}", "# Есть", "## Пусто", "{list}", "# Конец", "слова", "# Хвост"]

    assert kinds(lines, {"list": []}) == [("heading", "Конец"), ("paragraph", "слова")]


def test_numbers_of_headings_have_no_gaps():
    lines = ["#. Первый", "слова", "#. Пусто", "{list}", "#. Второй", "## Часть", "слова"]

    assert kinds(lines, {"list": []}) == [
        ("heading", "1. Первый"),
        ("paragraph", "слова"),
        ("heading", "2. Второй"),
        ("subheading", "Часть"),
        ("paragraph", "слова"),
    ]


def test_points_of_a_list_end_as_one_sentence():
    assert kinds(["{list}", "- сам себе знак."], {"list": points(["один", "два"])}) == [
        ("point", "один;"),
        ("point", "два;"),
        ("point", "сам себе знак."),
    ]


def test_an_empty_word_in_a_sentence_is_a_line_to_write_on():
    assert kinds(["Секретарь: {secretary}."], {"secretary": ""}) == [("paragraph", "Секретарь: ____________.")]


def test_unknown_names_and_code_are_only_text():
    line = "{{ 7 * 7 }} {% load %} {director.pk} {unknown} <b>"

    assert kinds([line], {"director": "x"}) == [("paragraph", line)]


def test_a_table_without_rows_is_no_table():
    assert table(["№"], []) == []
