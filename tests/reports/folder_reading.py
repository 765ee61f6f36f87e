"""A whole folder at once, as its parts make it one after another."""

from collections.abc import Iterator

from reports.documents.folder.parts import Part, chapter_parts
from reports.queries.folder_chapters import folder_chapters


def folder_parts(programme) -> Iterator[Part]:
    for chapter, keys in folder_chapters(programme):
        yield from chapter_parts(programme, chapter, keys)
