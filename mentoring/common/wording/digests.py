"""What somebody has read or typed over, as a fingerprint: a signature and a second save compare it with what stands at that moment."""

import hashlib
import json


def digest_of(words: dict) -> str:
    """SHA-256 of JSON values as canonical JSON: the same words give the same digest, whatever the order of the keys."""
    text = json.dumps(words, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
