"""The test settings with Django admin beside the product, as the yardstick of bench/pages.py. Never served."""

from mentoring.settings.test import *  # noqa: F403 - the base of this module
from mentoring.settings.test import INSTALLED_APPS, TEMPLATES

INSTALLED_APPS = [*INSTALLED_APPS, "django.contrib.admin"]
ROOT_URLCONF = "bench.urls"
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = ""  # admin's own templates name variables that may be missing
