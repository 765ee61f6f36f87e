from django.urls import path

from accounts import views

app_name = "accounts"
urlpatterns = [
    path("switch/<int:pk>/", views.switch, name="switch"),
]
