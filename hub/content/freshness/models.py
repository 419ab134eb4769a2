"""The version of all that pages show."""

from typing import ClassVar

from django.db import models


class ContentVersion(models.Model):
    """One row, whose token the database itself replaces at each write to a watched table.

    The token is random, never a counter: a counter put back by the restoration of a backup would
    say of new content what it once said of other content. It is empty while nothing is watched.
    """

    token = models.CharField("jeton", max_length=36, blank=True)

    shown_on_pages: ClassVar = False

    class Meta:
        verbose_name = "version du contenu"
        verbose_name_plural = "versions du contenu"

    def __str__(self) -> str:
        return self.token
