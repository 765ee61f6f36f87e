"""The catalogue of texts: extracted, checked and compiled by Babel, so that no system gettext is needed."""
