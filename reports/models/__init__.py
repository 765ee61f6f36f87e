from reports.models.acknowledgement import Acknowledgement
from reports.models.document import Document
from reports.models.name_forms import NameForms
from reports.models.number_counter import NumberCounter
from reports.models.number_hold import NumberHold
from reports.models.number_series import NumberSeries
from reports.models.order import Order, OrderTransition

__all__ = [
    "Acknowledgement",
    "Document",
    "NameForms",
    "NumberCounter",
    "NumberHold",
    "NumberSeries",
    "Order",
    "OrderTransition",
]
