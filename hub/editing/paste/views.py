"""Where the editor sends the pictures of what is pasted."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST
from wagtail.permissions import policy_registry

from hub.content.blocks.image import FigureBlock
from hub.content.models import HubImage
from hub.editing.paste.form import PastedImageForm

MAY_NOT = "vous n’avez pas le droit d’ajouter des images. Demandez-le à qui administre le site."


@require_POST
def paste_image(request: HttpRequest) -> JsonResponse:
    """Keep one pasted picture; answer with the block that shows it, or with the reason why not."""
    policy = policy_registry.get_by_type(HubImage)
    if not policy.user_has_permission(request.user, "add"):
        return JsonResponse({"error": MAY_NOT}, status=403)
    form = PastedImageForm(request.POST, request.FILES)
    if not form.is_valid():
        errors = [str(error) for field in form.errors.values() for error in field]
        return JsonResponse({"error": " ".join(errors)}, status=400)
    with transaction.atomic():
        image = form.keep(request.user, policy)
    return JsonResponse({"block": image_block(image, form.cleaned_data["alt"])})


def image_block(image: HubImage, alt: str) -> dict[str, Any]:
    """Return the state, in the editor, of an image block that shows this image."""
    image.contextual_alt_text = alt
    image.decorative = False
    block = FigureBlock()
    state: dict[str, Any] = block.get_form_state(block.normalize({"image": image}))
    return state
