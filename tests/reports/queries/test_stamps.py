from reports.queries.stamps import stamp_facts


def test_a_name_with_initials_gets_room_for_the_signature():
    assert stamp_facts(["УТВЕРЖДАЮ; Директор; М. В. Соколова; 01.09.2026", "", "ПРИНЯТО; советом; протокол № 1"]) == [
        {"kind": "УТВЕРЖДАЮ", "lines": ["Директор", "______________ М. В. Соколова", "01.09.2026"]},
        {"kind": "ПРИНЯТО", "lines": ["советом", "протокол № 1"]},
    ]
