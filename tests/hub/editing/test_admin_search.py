"""On PostgreSQL the search of the admin reads an index, and writes only the entries of a page."""

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page
from wagtail.search.models import IndexEntry

from home.models import StandardPage
from tests.factories import StandardPageFactory

MANY = 2000  # enough that reading all of them costs more than an index
ENTRIES = """
INSERT INTO wagtailsearch_indexentry
    (content_type_id, object_id, title_norm, title, autocomplete, body, title_text, body_text)
SELECT content_type_id, id::text, 1, to_tsvector(title), '', to_tsvector('body'), '', ''
FROM wagtailcore_page WHERE title LIKE 'word%%'
"""


def test_a_search_of_the_admin_reads_an_index(on_postgresql, home):
    kind = ContentType.objects.get_for_model(Page)
    given = {"depth": 3, "content_type": kind, "locale": home.locale}
    Page.objects.bulk_create(
        Page(title=f"word{n}", slug=f"{n}", path=f"{home.path}{n:04}", **given) for n in range(MANY)
    )
    with connection.cursor() as cursor:
        cursor.execute(ENTRIES, [])
        cursor.execute(f"ANALYZE {IndexEntry._meta.db_table}, {Page._meta.db_table}")
        with CaptureQueriesContext(connection) as asked:
            (found,) = Page.objects.search("word1234")
        assert found.slug == "1234"
        (search,) = [query["sql"] for query in asked if "tsquery" in query["sql"]]
        cursor.execute(f"EXPLAIN {search}")
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "Bitmap Index Scan on editing_admin_search" in plan, plan


def test_saving_a_page_writes_no_entry_of_another(on_postgresql, home):
    page, other = StandardPageFactory(title="Deux mots"), StandardPageFactory(title="Autres mots")
    IndexEntry.objects.update(title_norm=1.0)  # as where every title has the average length
    with CaptureQueriesContext(connection) as asked:
        page.save()
    assert IndexEntry.objects.get(object_id=str(other.pk)).title_norm == 1.0
    (weighed,) = [query["sql"] for query in asked if 'SET "title_norm"' in query["sql"]]
    assert f"'{page.pk}'" in weighed


def test_a_longer_title_weighs_less(on_postgresql, home):
    short = StandardPageFactory(title="Jardin")
    long = StandardPageFactory(title="Jardin partagé derrière l’école primaire")
    weights = dict(IndexEntry.objects.values_list("object_id", "title_norm"))
    assert weights[str(short.pk)] > 1 > weights[str(long.pk)]
    assert [page.pk for page in StandardPage.objects.search("jardin")] == [short.pk, long.pk]
