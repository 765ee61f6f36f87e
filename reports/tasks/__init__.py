"""Long work of this room: single papers and reports, and many papers in one file."""

from reports.tasks import bundles, folders, papers

__all__ = ["bundles", "folders", "papers"]
