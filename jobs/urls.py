from django.urls import path

from jobs import views

app_name = "jobs"
urlpatterns = [
    path("", views.listing, name="list"),
    path("print/", views.list_print, name="list_print"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/file/", views.download, name="download"),
    path("<int:pk>/repeat/", views.repeat, name="repeat"),
    path("<int:pk>/stop/", views.stop, name="stop"),
]
