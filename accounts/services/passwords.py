"""Passwords that are handed over on paper."""

import secrets

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that looks like something else on paper


def one_time_password() -> str:
    """Three groups of four: 59 bits, easy to copy from paper."""
    return "-".join("".join(secrets.choice(ALPHABET) for _place in range(4)) for _group in range(3))
