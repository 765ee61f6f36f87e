from reports.forms.acknowledging import SheetForm
from reports.forms.checking import CheckForm
from reports.forms.documents import DocumentForm, DocumentWordingForm
from reports.forms.earlier import EarlierOrderForm, OrderScanForm, TakeOutForm
from reports.forms.names import NameFormsForm
from reports.forms.numbers import LastNumbersForm, NumbersForm, SeriesForm
from reports.forms.orders import OrderForm
from reports.forms.wording import WordingForm

__all__ = [
    "CheckForm",
    "DocumentForm",
    "DocumentWordingForm",
    "EarlierOrderForm",
    "LastNumbersForm",
    "NameFormsForm",
    "NumbersForm",
    "OrderForm",
    "OrderScanForm",
    "SeriesForm",
    "SheetForm",
    "TakeOutForm",
    "WordingForm",
]
