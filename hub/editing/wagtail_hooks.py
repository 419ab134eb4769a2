"""What the editor's desk adds to the admin."""

from wagtail import hooks

from hub.editing.accounts import protect_superusers

hooks.register("before_edit_user", protect_superusers)
