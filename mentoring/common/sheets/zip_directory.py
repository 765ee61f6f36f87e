"""The end of a zip file read by hand (PKWARE APPNOTE 4.3.14-4.3.16)."""

import struct
from typing import BinaryIO

END = struct.Struct("<4s4H2LH")
END_64 = struct.Struct("<4sQ2H2L4Q")
LOCATOR_64 = struct.Struct("<4sLQL")


def member_count(archive: BinaryIO, size: int) -> int | None:
    """How many members the directory announces; None when the archive is not one that all zip readers must read alike.

    That one has nothing after its end record, and its directory stands right before it and is no longer than so many members need.
    """
    if size < END.size:
        return None
    archive.seek(size - END.size)
    signature, disk, _first, _here, count, length, offset, comment = END.unpack(archive.read(END.size))
    if signature != b"PK\x05\x06" or disk or comment:
        return None
    end = size - END.size
    if end >= LOCATOR_64.size + END_64.size:
        archive.seek(end - LOCATOR_64.size - END_64.size)
        record = END_64.unpack(archive.read(END_64.size))
        if archive.read(4) == b"PK\x06\x07":
            if record[0] != b"PK\x06\x06":
                return None
            count, length, offset = record[7:]
            end -= LOCATOR_64.size + END_64.size
    return count if offset + length == end and 46 * count <= length <= 1024 * count else None
