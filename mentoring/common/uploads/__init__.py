"""Files that people bring: known by their content, not by their names (ASVS 5.2.2). Workbooks have a check of their own in `sheets`."""

from mentoring.common.uploads.files import MAX_SCAN, Scan, ScanType, UnreadableScan, UnsafeUpload, check_scan

__all__ = ["MAX_SCAN", "Scan", "ScanType", "UnreadableScan", "UnsafeUpload", "check_scan"]
