"""The check of an uploaded workbook before anything parses it (ASVS 5.2.1-5.2.3).

The zip directory is read by hand first: a file that two zip readers could understand differently is refused, 100,000 members cost nothing.
Then every member is unpacked once in pieces, so a member that lies about its size is found here and not in the parser.
"""

import os
import zipfile
import zlib
from typing import BinaryIO

from django.utils.translation import gettext as _

from mentoring.common.refusal import Refusal
from mentoring.common.sheets.zip_directory import member_count

MB = 1024 * 1024
MAX_UPLOAD = 10 * MB
MAX_MEMBERS = 2_000
MAX_UNPACKED = 100 * MB
MAX_RATIO = 100
RATIO_COUNTS_FROM = MB  # unpacked: below it a long run of equal cells is honest
PIECE = 256 * 1024

ZIP_START = b"PK\x03\x04"
OLE_START = bytes.fromhex("d0cf11e0a1b11ae1")  # [MS-CFB] 2.2: .xls, and any workbook under a password
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")  # [MS-OFFCRYPTO] 2.3.4.4


class UnsafeWorkbook(Refusal):
    """The upload is not a workbook that may be opened."""


def check_workbook(upload: BinaryIO) -> None:
    """Refuse with `UnsafeWorkbook` whatever is not a plain .xlsx of a sane size; the stream is left at its start."""
    size = upload.seek(0, os.SEEK_END)
    check_size(size)
    _check_start(upload)
    members = member_count(upload, size)
    if members is None:
        raise not_a_workbook()
    if members > MAX_MEMBERS:
        raise _bomb()
    try:
        with zipfile.ZipFile(upload) as archive:
            _check_members(archive.infolist())
            for member in archive.infolist():
                _unpack(archive, member)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError) as fault:
        raise not_a_workbook() from fault
    finally:
        upload.seek(0)


def check_size(size: int) -> None:
    if size > MAX_UPLOAD:
        raise UnsafeWorkbook(_("The file is larger than %(limit)s MB. Split it into several files.") % {"limit": MAX_UPLOAD // MB})


def _check_start(upload: BinaryIO) -> None:
    upload.seek(0)
    start = upload.read(len(OLE_START))
    if start.startswith(ZIP_START):
        return
    if start == OLE_START:
        if ENCRYPTED_STREAM in upload.read():
            raise UnsafeWorkbook(_("The workbook is under a password. Take the password off and upload the file again."))
        raise UnsafeWorkbook(_("This is a workbook of the old format (.xls). Open it in Excel, save it as .xlsx and upload that file."))
    raise not_a_workbook()


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    names = {member.filename.lower() for member in members}
    if any(name.endswith("vbaproject.bin") for name in names):
        raise UnsafeWorkbook(_("The workbook holds macros. Save it as .xlsx without macros and upload that file."))
    if "[content_types].xml" not in names or "xl/workbook.xml" not in names or len(names) != len(members):
        raise not_a_workbook()
    if sum(member.file_size for member in members) > MAX_UNPACKED:
        raise _bomb()
    if any(member.file_size > max(RATIO_COUNTS_FROM, MAX_RATIO * member.compress_size) for member in members):
        raise _bomb()


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Read a member to its end: a wrong size, checksum or password raises; so does a document type, the door of entity bombs."""
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise not_a_workbook()
    seam = b""
    with archive.open(member) as stream:
        while piece := stream.read(PIECE):
            if b"<!DOCTYPE" in seam + piece or b"<!ENTITY" in seam + piece:
                raise _bomb()
            seam = piece[-16:]


def not_a_workbook() -> UnsafeWorkbook:
    return UnsafeWorkbook(_("This is not a whole Excel workbook (.xlsx). Open it in Excel, save it as .xlsx and upload that file."))


def _bomb() -> UnsafeWorkbook:
    return UnsafeWorkbook(
        _("The file is built like an attack and was not opened. Copy the table into a new workbook and upload that file.")
    )
