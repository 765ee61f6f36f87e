from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "mentoring.common"
    label = "common"
