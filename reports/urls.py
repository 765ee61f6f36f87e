from django.urls import path

from reports.enums import ReportFormat
from reports.views import (
    acknowledging,
    checking,
    downloads,
    folder,
    numbering,
    order_drafts,
    order_printing,
    order_steps,
    order_texts,
    orders,
    signing,
)
from reports.views.order_list import OrderList
from reports.views.unread_list import UnreadList

app_name = "reports"
urlpatterns = [
    path("orders/", OrderList.as_view(), name="orders"),
    path("orders/prepare/", order_steps.prepare, name="order_prepare"),
    path("orders/new/", order_drafts.kinds, name="order_kinds"),
    path("orders/new/<int:pk>/<slug:kind>/", order_drafts.draft, name="order_draft"),
    path("orders/sign/", signing.sign_list, name="orders_sign"),
    path("orders/register/", order_printing.register, name="order_register"),
    path("orders/copies/", order_printing.copies, name="order_copies"),
    path("orders/unread/", UnreadList.as_view(), name="unread"),
    path("orders/earlier/", numbering.earlier, name="order_earlier"),
    path("orders/numbers/", numbering.numbers, name="numbers"),
    path("orders/names/", order_texts.names, name="names"),
    path("orders/texts/", order_texts.texts, name="order_texts"),
    path("orders/texts/<slug:kind>/", order_texts.text, name="order_text"),
    path("orders/texts/<slug:kind>/reset/", order_texts.reset, name="order_text_reset"),
    path("orders/<int:pk>/", orders.order, name="order"),
    path("orders/<int:pk>/edit/", order_drafts.edit, name="order_edit"),
    path("orders/<int:pk>/sheet/", acknowledging.sheet, name="order_sheet"),
    path("orders/<int:pk>/preview/", orders.preview, name="order_preview"),
    path("orders/<int:pk>/pdf/", orders.pdf, name="order_pdf"),
    path("orders/<int:pk>/pdf/progress/", orders.pdf_progress, name="order_pdf_progress"),
    path("orders/<int:pk>/<slug:name>/", order_steps.step, name="order_step"),
    path("read/", acknowledging.mine, name="acknowledgements"),
    path("read/<int:pk>/", acknowledging.confirm, name="acknowledgement_confirm"),
    path("verify/<str:code>/", checking.verify, name="verify"),
    path("reports/", downloads.reports, name="reports"),
    path("reports/<int:pk>/pdf/", downloads.monitoring_report(ReportFormat.PDF), name="monitoring_report_pdf"),
    path("reports/<int:pk>/xlsx/", downloads.monitoring_report(ReportFormat.XLSX), name="monitoring_report_xlsx"),
    path("reports/<int:pk>/folder/", folder.folder, name="folder"),
    path("reports/<int:pk>/folder/<slug:kind>/", folder.ask, name="folder_ask"),
    path("reports/<int:pk>/<slug:base>/", downloads.base_export, name="base_export"),
]
