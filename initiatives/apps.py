"""The domain: initiatives and everything told about them."""

from django.apps import AppConfig
from django.db.models.signals import post_save


class InitiativesConfig(AppConfig):
    """Application of the initiatives."""

    name = "initiatives"
    verbose_name = "Innovations sociales"

    def ready(self) -> None:
        """Register the checks, what is searched and given by the API, open new lists.

        All of these read models.
        """
        from initiatives import checks  # noqa: F401
        from initiatives.api import registering
        from initiatives.contribution import open_a_new_list
        from initiatives.models import InitiativeIndexPage
        from initiatives.search.registering import register

        register()
        registering.register()
        post_save.connect(open_a_new_list, sender=InitiativeIndexPage, dispatch_uid="contribution")
