"""What the domain adds to the admin."""

from wagtail.snippets.models import register_snippet

from initiatives.viewsets import DomainViewSetGroup

register_snippet(DomainViewSetGroup)
