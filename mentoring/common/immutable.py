"""Rows that are written once: history, consents, audit."""

from django.db import models


class WrittenOnce(models.Model):
    """Refuses a second `save()` and any `delete()` of a row."""

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if not self._state.adding:
            message = f"{type(self).__name__} is written once and never changed."
            raise TypeError(message)
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        message = f"{type(self).__name__} is never deleted."
        raise TypeError(message)
