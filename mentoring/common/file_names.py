"""Names of files that leave the house: any system can store and unpack them, and they say what the file is."""

import re
import unicodedata

FORBIDDEN = re.compile(r'[\\/:*?"<>|]+')
LONGEST = 240  # bytes: file systems keep 255, and a running number may stand in front
NOT_SHOWN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}  # line ends, NUL, marks that turn the text round, halves of letters


def safe_name(words: str, ending: str = "") -> str:
    """«26/1» becomes «26-1»; nothing leads out of a folder, runs a header on or reads backwards. `ending` is kept whatever the length."""
    shown = "".join(" " if unicodedata.category(sign) in NOT_SHOWN else sign for sign in words)
    plain = " ".join(FORBIDDEN.sub("-", shown).split()).strip(" .")
    short = plain.encode()[: LONGEST - len(ending.encode())].decode(errors="ignore").strip(" .")
    return (short or "документ") + ending


def safe_file_name(name: str) -> str:
    """The same for a name that has its ending already."""
    words, dot, ending = name.rpartition(".")
    return safe_name(words, dot + ending) if words and ending.isalnum() and len(ending) < 8 else safe_name(name)
