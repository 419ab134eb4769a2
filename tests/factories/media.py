"""Images and documents."""

import factory
import wagtail_factories
from django.core.files.base import ContentFile

from hub.content.models import HubDocument, HubImage


class ImageFactory(wagtail_factories.ImageFactory):
    class Meta:
        model = HubImage

    title = factory.Sequence(lambda n: f"Image {n}")
    file = factory.django.ImageField(width=90, height=60, color="#8a1f45", format="PNG")
    description = "Un atelier au petit matin"
    credit = "Illustration Rally’nov"


class DocumentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = HubDocument

    title = factory.Sequence(lambda n: f"Document {n}")
    file = factory.LazyFunction(lambda: ContentFile(b"Bonjour", name="bonjour.txt"))
