"""A Django app for one test: kinds of jobs that a real worker runs."""
