from reports.services.orders import discard_order, prepare_order, return_order, send_order
from reports.services.papers import ask_for_report, record_base_export
from reports.services.signing import sign_order

__all__ = ["ask_for_report", "discard_order", "prepare_order", "record_base_export", "return_order", "send_order", "sign_order"]
