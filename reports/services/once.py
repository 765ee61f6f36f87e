"""One rendered page makes one thing of a kind, however often its form or its button is sent."""

import uuid

from django.db.models import Model


def once(model: type[Model], request_key: str, *, author, **facts) -> tuple[Model, bool]:
    """The row of this key and whether it is new; who asks at the same moment waits for it. Without a key every call makes a row."""
    if not request_key:
        return model.objects.create(author=author, **facts), True
    return model.objects.get_or_create(author=author, request_key=request_key, defaults=facts)


def once_key(request_key: str, *what) -> str:
    """The `dedupe_key` of a job that somebody asks for by a button; without the key of its page every call asks anew."""
    return "-".join([*map(str, what), request_key or uuid.uuid4().hex])
