"""What terms and organisations were called: their old addresses still lead to them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models, transaction


class FormerAddress(models.Model):
    """An address, and the name and identity that went with it, of something renamed or merged."""

    slug = models.CharField("ancien code", max_length=200)
    name = models.CharField("ancien libellé", max_length=200)
    # The identity of what was merged; none where something was only renamed and keeps its own.
    uid = models.UUIDField("ancien identifiant", null=True, blank=True, unique=True)
    since = models.DateTimeField("depuis", auto_now_add=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class TermAlias(FormerAddress):
    """A former address of a term."""

    scheme = models.CharField("vocabulaire", max_length=20)
    term = models.ForeignKey("initiatives.Term", on_delete=models.CASCADE, related_name="aliases")

    class Meta:
        verbose_name = "ancien code de terme"
        verbose_name_plural = "anciens codes de termes"
        constraints = [
            models.UniqueConstraint(fields=["scheme", "slug"], name="one_term_for_an_old_code")
        ]


class OrganisationAlias(FormerAddress):
    """A former address of an organisation."""

    organisation = models.ForeignKey(
        "initiatives.Organisation", on_delete=models.CASCADE, related_name="aliases"
    )

    class Meta:
        verbose_name = "ancienne adresse d’organisation"
        verbose_name_plural = "anciennes adresses d’organisations"
        constraints = [
            models.UniqueConstraint(fields=["slug"], name="one_organisation_for_an_old_address")
        ]


class KeepsItsAddresses:
    """A model that remembers, when it is saved under another address, the one that it had."""

    alias_model: ClassVar[type[models.Model]]
    alias_field: ClassVar[str]
    address_fields: ClassVar[tuple[str, ...]] = ("slug",)

    @transaction.atomic
    def save(self: Any, *args: Any, **kwargs: Any) -> None:
        """Save, and keep the address left; who takes an old address has it for itself."""
        old = None
        if not self._state.adding:
            stored = type(self)._base_manager.filter(pk=self.pk)
            old = stored.values(*self.address_fields, "name").first()
        super().save(*args, **kwargs)  # type: ignore[misc]
        self.alias_model._default_manager.filter(**self.address()).delete()
        if old is not None and {name: old[name] for name in self.address_fields} != self.address():
            self.remember(**old)

    def address(self) -> dict[str, Any]:
        """Return the fields by which it is reached."""
        return {name: getattr(self, name) for name in self.address_fields}

    def remember(self, name: str, uid: Any = None, **address: Any) -> None:
        """Keep an address that leads here from now on."""
        self.alias_model._default_manager.update_or_create(
            **address, defaults={"name": name, "uid": uid, self.alias_field: self}
        )
