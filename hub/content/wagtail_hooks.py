"""What the content kit adds to the admin; Wagtail imports this module by its name."""

import hub.content.changes.hooks
import hub.content.dashboard.hooks
import hub.content.document_links
import hub.content.page_links
import hub.content.video.hooks  # noqa: F401
