from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class ParticipantsConfig(AppConfig):
    name = "participants"

    def ready(self):
        autodiscover_modules("story_parts")  # each app tells there what it knows of a person
