"""Texts of libraries that Tandem says in its own words: a translation in our catalogue goes before theirs."""

from django.utils.translation import gettext_noop

OVERRIDDEN = (gettext_noop("This field is required."),)
