"""The form of one pasted picture."""

from typing import Any

from django import forms
from django.utils import timezone
from wagtail.models import Collection
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.utils.file import hash_filelike

from hub.content.image_form import SoundImageField
from hub.content.models import HubImage
from hub.content.text import NBSP, day_label

# Editors find by it the images that lack a credit, a description, or a better title.
TO_COMPLETE = "à compléter"


class PastedImageForm(forms.ModelForm[HubImage]):
    """A picture from a clipboard, and the text that stood for it where it was copied."""

    file = SoundImageField()
    alt = forms.CharField(max_length=255, required=False)

    class Meta:
        model = HubImage
        fields = ("file",)

    def keep(self, user: Any, policy: CollectionOwnershipPermissionPolicy) -> HubImage:
        """Return the image, added to the library unless the user may choose it there already."""
        file = self.cleaned_data["file"]
        known = policy.instances_user_has_permission_for(user, "choose").filter(
            file_hash=hash_filelike(file)
        )
        return known.first() or self._add(user, policy)

    def _add(self, user: Any, policy: CollectionOwnershipPermissionPolicy) -> HubImage:
        image: HubImage = self.save(commit=False)
        image.title = self.cleaned_data["alt"] or _title()
        image.uploaded_by_user = user
        image.collection = _collection(policy.collections_user_has_permission_for(user, "add"))
        image.save()
        # Both are stored when they are first asked for.
        image.get_file_size()
        image.get_file_hash()
        image.tags.add(TO_COMPLETE)
        return image


def _collection(allowed: Any) -> Collection:
    """Return the first collection, the root where the user may add to it."""
    found: Collection = allowed.order_by("path").first()
    return found


def _title() -> str:
    now = timezone.localtime()
    return f"Image collée le {day_label(now.date())} à {now:%H}{NBSP}h{NBSP}{now:%M}"
