from reports.models.number_counter import NumberCounter
from reports.models.order import Order, OrderTransition

__all__ = ["NumberCounter", "Order", "OrderTransition"]
