"""Whom a role model asks for: the keys of programmes/presets/forms.toml that rules read."""

from functools import cache

from mentoring.common.reference import load

KEYS = {"mentee_may_be_older": "equals", "same_subject": "same_subject", "mentor_years": "mentor_years"}


def portrait_of(form: str, role_model: str) -> dict:
    """`equals`, `same_subject` and `mentor_years` where the file names them; a role model of the school's own asks for nothing."""
    return _portraits().get((form, role_model), {})


@cache
def _portraits() -> dict[tuple[str, str], dict]:
    return {
        (form["code"], one["code"]): {name: (form | one)[key] for key, name in KEYS.items() if key in form | one}
        for form in load("programmes/presets/forms.toml")["form"]
        for one in form["role_model"]
    }
