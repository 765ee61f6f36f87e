"""How often somebody may ask for something that costs or tells much."""

import hashlib

from django.core.cache import cache


def too_often(what: str, who: str, *, asks: int, seconds: int) -> bool:
    """Counts this asking; says whether `who` has asked more than `asks` times since the first of these `seconds`."""
    key = f"{what}:{hashlib.sha256(who.encode()).hexdigest()[:24]}"
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key) > asks
    except ValueError:  # it ran out between the two calls
        return False
