"""What the editor's desk adds to the admin; Wagtail imports this module by its name."""

from wagtail import hooks

import hub.editing.absent_types
import hub.editing.branding
import hub.editing.checks.hooks
import hub.editing.complete
import hub.editing.dashboard
import hub.editing.headless.previews
import hub.editing.paste.hooks
import hub.editing.sharing.hooks
import hub.editing.trash.hooks  # noqa: F401
from hub.editing.accounts import protect_superusers
from hub.editing.page_viewset import HubPageViewSet

hooks.register("before_edit_user", protect_superusers)
hooks.register("register_admin_viewset", HubPageViewSet)
