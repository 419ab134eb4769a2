"""What the domain adds to the admin."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

import initiatives.dashboard.panels
import initiatives.journal
import initiatives.prefill.hooks
import initiatives.yearly.hooks  # noqa: F401
from hub.editing.checks.registry import content_checks
from hub.editing.trash.consequences import HOOK as CONSEQUENCES
from initiatives.bulk.actions import ACTIONS
from initiatives.choosers.pages import page_choosers
from initiatives.consequences import stories_of
from initiatives.content_checks import domain_checks
from initiatives.deletion import refuse_deletion_in_use
from initiatives.listings.base import stylesheet
from initiatives.listings.group import ContentViewSetGroup
from initiatives.viewsets import DomainViewSetGroup

register_snippet(DomainViewSetGroup)
hooks.register("before_delete_snippet", refuse_deletion_in_use)
hooks.register("register_admin_viewset", ContentViewSetGroup)
content_checks.register(*domain_checks)
hooks.register("register_admin_viewset", page_choosers)
hooks.register("insert_global_admin_css", stylesheet)
for action in ACTIONS:
    hooks.register("register_bulk_action", action)
hooks.register(CONSEQUENCES, stories_of)
