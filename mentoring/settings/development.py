"""One computer, one command: SQLite, the queue in a folder, everything under `TANDEM_VAR`."""

import os

from mentoring.settings.base import *  # noqa: F403 - the base is the rest of this module
from mentoring.settings.base import VAR
from mentoring.settings.databases import postgresql, sqlite
from mentoring.settings.queues import filesystem, redis

(VAR / "static").mkdir(parents=True, exist_ok=True)  # whitenoise warns of a folder that is not there

DEBUG = os.environ.get("TANDEM_DEBUG") == "1"
SECRET_KEY = "only-for-one-computer-and-for-development"  # noqa: S105 - production demands its own
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]

DATABASE_URL = os.environ.get("DATABASE_URL")
REDIS_URL = os.environ.get("REDIS_URL")
DATABASES = {"default": postgresql(DATABASE_URL) if DATABASE_URL else sqlite(VAR / "tandem.sqlite3")}
CACHES = {
    "default": (
        {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
        if REDIS_URL
        else {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": VAR / "cache"}
    )
}
globals().update(redis(REDIS_URL) if REDIS_URL else filesystem(VAR / "queue"))

EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR / "mail"

DEMONSTRATION = True  # `rehearse --demo` may hand out logins with a known password
