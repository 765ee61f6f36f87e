"""One rendered form makes one row."""

from django.db.models import Model


def once(model: type[Model], request_key: str, *, author, **facts) -> tuple[Model, bool]:
    """The row of this key and whether it is new; who asks at the same moment waits for it. Without a key every call makes a row."""
    if not request_key:
        return model.objects.create(author=author, **facts), True
    return model.objects.get_or_create(author=author, request_key=request_key, defaults=facts)
