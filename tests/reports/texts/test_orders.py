from mentoring.common.reference import load
from reports.enums import Reader
from reports.queries.order_texts import placeholders as placeholders_of_orders
from reports.queries.order_words import order_words
from tests.factories.reports import OrderFactory
from tests.reference_files import acts_by_code, assert_unique, codes, placeholders, strings


def test_orders_use_listed_placeholders_only():
    content = load("reports/texts/orders.toml")
    known = set(codes(content["placeholder"]))

    assert_unique(codes(content["placeholder"]))
    used = {name for key, text in strings(content) if key != "meaning" for name in placeholders(text)}
    assert used - known == set()


def test_the_list_of_placeholders_is_what_an_order_knows(school):
    order = OrderFactory(programme__school=school)

    assert set(order_words(order, [], [], [])) == set(placeholders_of_orders())


def test_orders_cite_acts_and_command():
    content, acts = load("reports/texts/orders.toml"), acts_by_code()

    assert codes(content["order"])[:2] == ["pairing", "introduction"]
    assert_unique(codes(content["order"]))
    assert content["command"] == "ПРИКАЗЫВАЮ:"
    for order in content["order"]:
        preamble = " ".join(order["preamble"])
        assert all(acts[code]["instrumental"] in preamble for code in order["acts"])
        assert [appendix["number"] for appendix in order["appendix"]] == order["appendices"]
        assert order["item"]
        assert order["readers"] == [reader for reader in Reader if reader in order["readers"]] != []
        assert not order["title"].endswith(".")


def test_pairing_order_lists_the_pairs_in_eight_columns():
    order = load("reports/texts/orders.toml")["order"][0]

    assert [column["heading"] for column in order["appendix"][0]["columns"]] == [
        "№",
        "Наставник",
        "Должность, класс",
        "Наставляемый (наставляемые)",
        "Класс, должность",
        "Форма",
        "Ролевая модель",
        "Срок",
    ]
