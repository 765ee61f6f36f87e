"""The presets a programme starts from: TOML files in `programmes/presets`."""

from mentoring.common import reference

FOLDER = "programmes/presets"
DEFAULT = "target_model"


def presets() -> list[dict]:
    """Every preset, the default first."""
    files = sorted((reference.ROOT / FOLDER).glob("*.toml"))
    contents = [reference.load(f"{FOLDER}/{file.name}") for file in files]
    return sorted((content for content in contents if "stage" in content), key=lambda content: content["code"] != DEFAULT)


def find_preset(code: str) -> dict | None:
    return next((preset for preset in presets() if preset["code"] == code), None)


def preset_of(programme) -> dict:
    """The preset that the programme started from; one that is no longer brought is stood in for by the default."""
    return find_preset(programme.preset) or find_preset(DEFAULT)


def form_templates() -> list[dict]:
    return reference.load(f"{FOLDER}/forms.toml")["form"]


def kind_templates() -> list[dict]:
    return reference.load(f"{FOLDER}/kinds.toml")["kind"]


def people_templates() -> list[dict]:
    """Categories of mentees and mentors of each kind of people."""
    return reference.load(f"{FOLDER}/people.toml")["kind"]
