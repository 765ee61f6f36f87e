from reports.services.orders import discard_order, prepare_order, return_order, send_order
from reports.services.papers import request_monitoring_report
from reports.services.signing import sign_order

__all__ = ["discard_order", "prepare_order", "request_monitoring_report", "return_order", "send_order", "sign_order"]
