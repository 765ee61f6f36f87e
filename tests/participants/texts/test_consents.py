from mentoring.common.reference import load
from tests.reference_files import codes, placeholders, strings


def test_consents_have_one_sheet_per_purpose_and_signer():
    content = load("participants/texts/consents.toml")
    known = set(codes(content["placeholder"]))

    assert codes(content["consent"]) == ["processing", "publication", "participation", "mentor_agreement", "special_category"]
    for consent in content["consent"]:
        assert [variant["signer"] for variant in consent["variant"]] == consent["signers"]
        assert set(consent["signers"]) <= {"adult", "guardian", "both_from_14"}
        assert consent["validity"]["text"]
        assert consent["withdrawal"]
        assert consent["version"]
        used = {name for key, text in strings(consent) for name in placeholders(text)}
        assert used - known == set()


def test_consents_to_data_name_what_the_law_asks_for():
    content = load("participants/texts/consents.toml")

    assert codes(content["requisite"]) == [
        "subject",
        "guardian",
        "operator",
        "purpose",
        "data",
        "processor",
        "actions",
        "term",
        "signature",
    ]
    for consent in content["consent"]:
        if consent["code"] in {"processing", "publication", "special_category"}:
            assert consent["data"]
            assert consent["actions"]
            assert consent["purpose"]
            assert consent["methods"]
        for variant in consent["variant"]:
            text = " ".join(variant["text"])
            assert "{subject}" in text
            assert ("{guardian}" in text) == (variant["signer"] != "adult")
