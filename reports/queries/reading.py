"""What somebody has read, as a fingerprint: the signature compares it with what the order says at that moment."""

import hashlib
import json


def facts_digest(facts: dict) -> str:
    """SHA-256 of the facts of an order as canonical JSON: the same words give the same digest, whatever the order of the keys."""
    text = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
