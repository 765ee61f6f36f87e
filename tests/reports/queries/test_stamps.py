import pytest

from reports.queries.stamps import stamp_facts


@pytest.mark.parametrize(
    "name", ["М. В. Салтыкова-Щедрина", "М.В. Соколова", "А. Кара-оол", "М.\N{NO-BREAK SPACE}В.\N{NO-BREAK SPACE}Соколова"]
)
def test_a_name_of_any_make_gets_room_for_the_signature(name):
    assert stamp_facts([f"УТВЕРЖДАЮ; {name}"])[0]["lines"] == [f"______________ {name}"]


@pytest.mark.parametrize("words", ["Директор", "протокол № 1", "М. В.", "советом родителей"])
def test_other_words_of_a_stamp_get_none(words):
    assert stamp_facts([f"УТВЕРЖДАЮ; {words}"])[0]["lines"] == [words]


def test_a_name_with_initials_gets_room_for_the_signature():
    assert stamp_facts(["УТВЕРЖДАЮ; Директор; М. В. Соколова; 01.09.2026", "", "ПРИНЯТО; советом; протокол № 1"]) == [
        {"kind": "УТВЕРЖДАЮ", "lines": ["Директор", "______________ М. В. Соколова", "01.09.2026"]},
        {"kind": "ПРИНЯТО", "lines": ["советом", "протокол № 1"]},
    ]
