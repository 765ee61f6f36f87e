"""Files that are two things at once: a photograph that a browser reads as a page, a PDF that an archiver opens."""

import re
import struct

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR"  # the test string of virus scanners
MARKUP = re.compile(rb"<script|<!doctype|<html|<\?php|<iframe", re.IGNORECASE)
ZIP_END = b"PK\x05\x06"
ZIP_END_SIZE = 22
TAIL = ZIP_END_SIZE + 0xFFFF  # the longest comment of an archive


def holds_another_file(content: bytes) -> bool:
    return EICAR in content or MARKUP.search(content) is not None or _ends_an_archive(content)


def _ends_an_archive(content: bytes) -> bool:
    """An end record whose comment reaches to the end: what every zip reader looks for. Four chance bytes do not do that."""
    place = content.rfind(ZIP_END, max(0, len(content) - TAIL))
    while place != -1 and place + ZIP_END_SIZE <= len(content):
        comment = struct.unpack_from("<H", content, place + ZIP_END_SIZE - 2)[0]
        if place + ZIP_END_SIZE + comment <= len(content) and content[place + 4 : place + 8] == b"\0\0\0\0":
            return True
        place = content.rfind(ZIP_END, max(0, len(content) - TAIL), place)
    return False
