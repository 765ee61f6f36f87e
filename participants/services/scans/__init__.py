from participants.services.scans.filing import file_page, set_aside_page
from participants.services.scans.uploading import upload_scans

__all__ = ["file_page", "set_aside_page", "upload_scans"]
