from django.urls import path

from reports.enums import ReportFormat
from reports.views import downloads, order_steps, orders
from reports.views.order_list import OrderList

app_name = "reports"
urlpatterns = [
    path("orders/", OrderList.as_view(), name="orders"),
    path("orders/prepare/", order_steps.prepare, name="order_prepare"),
    path("orders/<int:pk>/", orders.order, name="order"),
    path("orders/<int:pk>/preview/", orders.preview, name="order_preview"),
    path("orders/<int:pk>/pdf/", orders.pdf, name="order_pdf"),
    path("orders/<int:pk>/pdf/progress/", orders.pdf_progress, name="order_pdf_progress"),
    path("orders/<int:pk>/<slug:name>/", order_steps.step, name="order_step"),
    path("reports/", downloads.reports, name="reports"),
    path("reports/<int:pk>/pdf/", downloads.monitoring_report(ReportFormat.PDF), name="monitoring_report_pdf"),
    path("reports/<int:pk>/xlsx/", downloads.monitoring_report(ReportFormat.XLSX), name="monitoring_report_xlsx"),
    path("reports/<int:pk>/<slug:base>/", downloads.base_export, name="base_export"),
]
