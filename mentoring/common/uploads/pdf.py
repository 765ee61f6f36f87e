"""A PDF looked at without being opened: is it whole, and does it do anything but show pages (ISO 32000-1, 7.3.5, 7.5.7, 12.6.4)?"""

import re
import zlib

HEX_LETTER = re.compile(rb"#([0-9A-Fa-f]{2})")
ACTIVE = re.compile(
    rb"/(?:JavaScript|Rendition|Launch|EmbeddedFiles?|RichMedia|Encrypt|SubmitForm|ImportData|GoToE|GoToR)(?![A-Za-z0-9])|/XFA[\s\[(<]"
)  # long enough that no chance bytes of a picture spell them
END_WITHIN = 2_048  # bytes: scanners pad the end
DICTIONARY = 1_024  # bytes before a stream in which it says what it is
UNPACKED = 16 * 1024 * 1024  # bytes of all object streams together


def is_whole(content: bytes) -> bool:
    return b"%%EOF" in content[-END_WITHIN:] and b"startxref" in content[-END_WITHIN:]


def is_active(content: bytes) -> bool:
    """Something runs, opens or hides. Objects packed into streams are unpacked; what cannot be, counts: nobody knows what it holds."""
    if ACTIVE.search(_spelled(content)):
        return True
    left = UNPACKED
    for stream in _object_streams(content):
        unpacked = _unpacked(stream, left)
        if unpacked is None or ACTIVE.search(_spelled(unpacked)):
            return True
        left -= len(unpacked)
    return False


def _object_streams(content: bytes):
    end = 0
    while (start := content.find(b"stream", end)) != -1:
        end = content.find(b"endstream", start)
        if end == -1:
            return
        if b"/ObjStm" in _spelled(content[max(0, start - DICTIONARY) : start]):
            yield content[start + len(b"stream") : end].lstrip(b"\r\n")
        end += len(b"endstream")


def _unpacked(stream: bytes, limit: int) -> bytes | None:
    unpacker = zlib.decompressobj()
    try:
        unpacked = unpacker.decompress(stream, max(1, limit))
    except zlib.error:
        return None
    return None if unpacker.unconsumed_tail else unpacked


def _spelled(piece: bytes) -> bytes:
    """«/J#61vaScript» is /JavaScript."""
    return HEX_LETTER.sub(lambda match: bytes([int(match[1], 16)]), piece)
