"""Terms, organisations and territories in `/sitemap.xml`."""

from django.db.models import QuerySet
from django.urls import reverse

from hub.content.sitemaps import PER_FILE, AddressSitemap
from initiatives.models import Organisation, Term
from initiatives.territories.atlas import Atlas


class TermSitemap(AddressSitemap):
    """The public pages of terms."""

    limit = PER_FILE

    def items(self) -> QuerySet[Term]:
        """Return all terms."""
        return Term.objects.all()


class OrganisationSitemap(AddressSitemap):
    """The public pages of organisations."""

    limit = PER_FILE

    def items(self) -> QuerySet[Organisation]:
        """Return all organisations."""
        return Organisation.objects.all()


class TerritorySitemap(AddressSitemap):
    """The page of all territories, the départements, and the EPCI that have a fiche."""

    def items(self) -> list[str]:
        """Return their addresses."""
        return [reverse("territories"), *(one.address for one in Atlas().shown)]

    def location(self, item: str) -> str:
        """Return an address."""
        return item
