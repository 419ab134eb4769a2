"""The base of every page factory: where a page goes when the test does not say."""

import factory
from wagtail.models import Locale, Page, Site


class PageFactory(factory.django.DjangoModelFactory):
    """Adds the page under `parent`, by default the one place where it may stand."""

    class Meta:
        abstract = True
        skip_postgeneration_save = True

    title = factory.Sequence(lambda n: f"Page {n}")

    @classmethod
    def default_parent(cls):
        raise NotImplementedError

    @classmethod
    def _create(cls, model_class, *args, parent=None, **kwargs):
        page = model_class(*args, **kwargs)
        return (parent or cls.default_parent()).add_child(instance=page)


class OnlyOnePageFactory(PageFactory):
    """A page of which the site has one: the same is given each time."""

    class Meta:
        abstract = True
        skip_postgeneration_save = True

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        existing = model_class.objects.first()
        return existing or super()._create(model_class, *args, **kwargs)


def root_page():
    """Return the root of the tree; made anew where a test emptied the database."""
    Locale.objects.get_or_create(language_code="fr")
    root = Page.get_first_root_node()
    return root or Page.add_root(instance=Page(title="Root", slug="root"))


def make_site_root(page):
    """Put `page` at `/` of the default site."""
    site, _ = Site.objects.get_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": page}
    )
    site.root_page = page
    site.save()
