"""Configuration of the door."""

from django.apps import AppConfig


class DoorConfig(AppConfig):
    """Application of what the public sends."""

    name = "initiatives.door"
    label = "door"
    verbose_name = "Signalements"
