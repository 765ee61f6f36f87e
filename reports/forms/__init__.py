from reports.forms.acknowledging import SheetForm
from reports.forms.checking import CheckForm
from reports.forms.details import DetailsForm
from reports.forms.documents import DocumentForm, DocumentWordingForm
from reports.forms.earlier import EarlierOrderForm, OrderScanForm, TakeOutForm
from reports.forms.names import NameFormsForm
from reports.forms.numbers import LastNumbersForm, NumbersForm, SeriesForm
from reports.forms.wording import WordingForm

__all__ = [
    "CheckForm",
    "DetailsForm",
    "DocumentForm",
    "DocumentWordingForm",
    "EarlierOrderForm",
    "LastNumbersForm",
    "NameFormsForm",
    "NumbersForm",
    "OrderScanForm",
    "SeriesForm",
    "SheetForm",
    "TakeOutForm",
    "WordingForm",
]
