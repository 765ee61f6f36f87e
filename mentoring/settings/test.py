"""The development settings with throw-away folders and quick passwords; DATABASE_URL and REDIS_URL choose the production mode."""

import os
import re
import tempfile

os.environ["TANDEM_VAR"] = tempfile.mkdtemp(prefix="tandem-test-")
if os.environ.get("REDIS_URL") and os.environ.get("PYTEST_XDIST_WORKER"):
    # Processes that test side by side do not hear each other's tasks.
    number = int(os.environ["PYTEST_XDIST_WORKER"].removeprefix("gw"))
    os.environ["REDIS_URL"] = re.sub(r"/(\d+)$", lambda found: f"/{int(found[1]) + number}", os.environ["REDIS_URL"])

from mentoring.settings.development import *  # noqa: F403 - the folder must be chosen before

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_AUTOREFRESH = True  # files are looked up when asked for; otherwise every client of a test reads the static folders
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}


class UnknownVariable(str):
    """A template that names a variable nobody gave fails the test instead of printing nothing."""

    __slots__ = ()

    def __contains__(self, text):
        return text == "%s" or super().__contains__(text)

    def __mod__(self, name):
        message = f"unknown template variable: {name}"
        raise AssertionError(message)


TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = UnknownVariable()  # noqa: F405 - comes with the base
TEMPLATES[0]["DIRS"] = [*TEMPLATES[0]["DIRS"], BASE_DIR / "tests/templates"]  # noqa: F405 - the same
