"""Where a child may call when nobody at school will do: pairs/texts/helpline.toml."""

from mentoring.common.reference import load


def helpline() -> dict:
    """Keys: name, phone, note, emergency."""
    return load("pairs/texts/helpline.toml")["helpline"]
