"""The school's own wordings: what it keeps in place of Tandem's texts."""

from programmes.models import Wording


def own_texts(key: str) -> dict | None:
    """`key` is the code of a kind of orders, else that of a kind with the prefix of its sort of papers."""
    own = Wording.objects.filter(kind=key).first()
    return own.texts if own else None


def keys_with_own_texts() -> set[str]:
    return set(Wording.objects.values_list("kind", flat=True))
