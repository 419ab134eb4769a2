"""Pages of the application `home`."""

import factory

from home.models import HomePage, StandardPage, ThemeIndexPage, ThemePage
from tests.factories.pages import OnlyOnePageFactory, PageFactory, make_site_root, root_page


class HomePageFactory(OnlyOnePageFactory):
    class Meta:
        model = HomePage

    title = "Rally’nov"
    slug = "accueil"

    @classmethod
    def default_parent(cls):
        return root_page()

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        page = super()._create(model_class, *args, **kwargs)
        make_site_root(page)
        return page


class StandardPageFactory(PageFactory):
    class Meta:
        model = StandardPage

    summary = "De quoi il s’agit."

    @classmethod
    def default_parent(cls):
        return HomePageFactory()


class ThemeIndexPageFactory(OnlyOnePageFactory):
    class Meta:
        model = ThemeIndexPage

    title = "Thèmes"

    @classmethod
    def default_parent(cls):
        return HomePageFactory()


class ThemePageFactory(PageFactory):
    class Meta:
        model = ThemePage

    title = factory.Sequence(lambda n: f"Thème {n}")
    summary = "Un sujet qui revient souvent."

    @classmethod
    def default_parent(cls):
        return ThemeIndexPageFactory()
