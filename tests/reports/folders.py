"""The folder of a programme as its job makes it, without the job."""

from io import BytesIO

from reports.documents.folder.collecting import collect_chapter, join_folder
from reports.queries.folder_chapters import folder_chapters


def collected(programme, *, as_archive: bool) -> BytesIO:
    chapters = []
    for chapter, keys in folder_chapters(programme):
        chapters.append(BytesIO())
        collect_chapter(chapters[-1], programme, chapter, keys)
    file = BytesIO()
    join_folder(file, programme, chapters, as_archive=as_archive)
    return file
