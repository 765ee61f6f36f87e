from reports.services.acknowledging import confirm_reading, mark_signed_sheet, unmark_signed_sheet
from reports.services.bundles import ask_for_copies, ask_for_folder, ask_for_letters
from reports.services.documents import discard_document, edit_document, finish_document, keep_document_wording, prepare_document
from reports.services.holding import hold_numbers, settle_last_numbers
from reports.services.order_scans import attach_scan
from reports.services.orders import discard_order, prepare_order, recall_order, return_order, send_order
from reports.services.papers import ask_for_register, ask_for_report, record_base_export
from reports.services.registering import correct_earlier_order, register_earlier_order, take_out_earlier_order
from reports.services.reminding import remind_readers
from reports.services.series import add_series, keep_number_template
from reports.services.signing import sign_order, sign_orders
from reports.services.wording import edit_order, keep_name_forms, keep_school_texts

__all__ = [
    "add_series",
    "ask_for_copies",
    "ask_for_folder",
    "ask_for_letters",
    "ask_for_register",
    "ask_for_report",
    "attach_scan",
    "confirm_reading",
    "correct_earlier_order",
    "discard_document",
    "discard_order",
    "edit_document",
    "edit_order",
    "finish_document",
    "hold_numbers",
    "keep_document_wording",
    "keep_name_forms",
    "keep_number_template",
    "keep_school_texts",
    "mark_signed_sheet",
    "prepare_document",
    "prepare_order",
    "recall_order",
    "record_base_export",
    "register_earlier_order",
    "remind_readers",
    "return_order",
    "send_order",
    "settle_last_numbers",
    "sign_order",
    "sign_orders",
    "take_out_earlier_order",
    "unmark_signed_sheet",
]
