"""Terms and organisations in `/sitemap.xml`."""

from django.contrib.sitemaps import Sitemap as DjangoSitemap
from django.db.models import QuerySet

from hub.content.sitemaps import PER_FILE
from initiatives.models import Organisation, Term


class TermSitemap(DjangoSitemap):
    """The public pages of terms."""

    limit = PER_FILE

    def items(self) -> QuerySet[Term]:
        """Return all terms."""
        return Term.objects.all()


class OrganisationSitemap(DjangoSitemap):
    """The public pages of organisations."""

    limit = PER_FILE

    def items(self) -> QuerySet[Organisation]:
        """Return all organisations."""
        return Organisation.objects.all()
