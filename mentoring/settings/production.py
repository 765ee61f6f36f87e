"""Any number of web and worker machines on PostgreSQL and Redis. Every secret comes from the environment."""

import os

from mentoring.settings.base import *  # noqa: F403 - the base is the rest of this module
from mentoring.settings.databases import postgresql
from mentoring.settings.environment import listed, required
from mentoring.settings.mail import smtp
from mentoring.settings.queues import redis

DEBUG = False
SECRET_KEY = required("SECRET_KEY", "a random string of at least 50 characters that signs sessions.")
ALLOWED_HOSTS = listed("ALLOWED_HOSTS", "the names of the site, for example tandem.school12.ru.")
CSRF_TRUSTED_ORIGINS = [f"https://{host.lstrip('.')}" for host in ALLOWED_HOSTS]
DATABASES = {"default": postgresql(required("DATABASE_URL", "for example postgresql://tandem:password@localhost/tandem."))}
REDIS_URL = required("REDIS_URL", "for example redis://localhost:6379/0.")
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}}
globals().update(redis(REDIS_URL))
globals().update(smtp(os.environ.get("MAIL_URL", ""), os.environ.get("MAIL_FROM", f"tandem@{ALLOWED_HOSTS[0].lstrip('.')}")))

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = False

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
