"""The wording of a contract from the reference data, filled with its facts: title, preamble, numbered sections."""

from mentoring.common.reference import load

FILE = "participants/texts/contracts.toml"


def contract_text(kind: str, words: dict[str, str]) -> dict:
    """JSON values: they are kept with the signed contract. A clause bears the number of its section."""
    contents = load(FILE)
    entry = next(entry for entry in contents["contract"] if entry["code"] == kind)
    return {
        "version": contents["version"],
        "title": entry["title"].format(**words),
        "sides": entry["sides"],
        "preamble": entry["preamble"].format(**words),
        "sections": [_section(number, section, words) for number, section in enumerate(entry["section"], 1)],
    }


def _section(number: int, section: dict, words: dict[str, str]) -> dict:
    clauses = [f"{number}.{place}. {clause.format(**words)}" for place, clause in enumerate(section["clauses"], 1)]
    return {"title": f"{number}. {section['title']}", "clauses": clauses}
