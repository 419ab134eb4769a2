"""An index is made beside the one that answers; nothing that changes meanwhile is lost."""

import pytest

from search.engines.contract import EngineDownError, State
from search.indexing import building, rebuilding
from search.indexing.draining import drain
from search.indexing.rebuilding import rebuild
from search.indexing.reconciling import differences, repair
from search.models import DocumentState, IndexEpoch
from search.query import SearchQuery
from search.searching import search
from tests.factories import StandardPageFactory

pytestmark = pytest.mark.django_db


def found(words=""):
    uids = [hit.uid for hit in search(SearchQuery(words=words)).hits]
    return sorted(DocumentState.objects.filter(pk__in=uids).values_list("title", flat=True))


def test_a_fresh_site_has_its_index_by_one_command(memory_index):
    for title in ("Une", "Deux"):
        StandardPageFactory(title=title)
    StandardPageFactory(title="Cachée", live=False)
    DocumentState.objects.all().delete()
    assert rebuild() == 2
    assert found() == ["Deux", "Une"]
    assert not DocumentState.objects.pending().exists()
    assert IndexEpoch.objects.get().number == 1


def test_the_old_index_answers_while_the_new_one_is_built(embedded_index, monkeypatch):
    StandardPageFactory(title="Ancienne")
    drain()
    StandardPageFactory(title="Nouvelle")
    seen, build = [], rebuilding.build

    def look_then_build(states):
        seen.append(found())
        return build(states)

    monkeypatch.setattr(rebuilding, "build", look_then_build)
    rebuild()
    assert seen == [["Ancienne"]]
    assert found() == ["Ancienne", "Nouvelle"]


@pytest.mark.parametrize("is_drained", [True, False])
def test_what_changes_during_the_build_is_in_the_new_index(embedded_index, monkeypatch, is_drained):
    changed, gone = StandardPageFactory(title="Avant"), StandardPageFactory(title="Partie")
    drain()
    build = building.build

    def build_then_change(states):
        built = build(states)
        changed.title = "Après"
        changed.save()
        gone.unpublish()
        StandardPageFactory(title="Née pendant")
        if is_drained:  # into the old index, which answers no more in a moment
            drain()
        return built

    monkeypatch.setattr(rebuilding, "build", build_then_change)
    monkeypatch.setattr(rebuilding, "_next", once(rebuilding._next))
    rebuild()
    assert found() == ["Après", "Née pendant"]
    assert not differences()


def once(read):
    """Return only the first batch: the change happens once."""

    def first(last):
        return read(last) if last is None else []

    return first


def test_a_drain_that_began_before_a_replacement_begins_again(embedded_index, monkeypatch):
    from search.indexing import draining

    page = StandardPageFactory(title="Seule")
    store, calls = draining.store, []

    def replace_then_store(states, epoch):
        if not calls:
            IndexEpoch.objects.update_or_create(pk=1, defaults={"number": 7})
        calls.append(epoch)
        store(states, epoch)

    monkeypatch.setattr(draining, "store", replace_then_store)
    drain()
    assert calls == [0, 7]
    assert found() == [page.title]


def test_a_build_that_fails_leaves_the_old_index(embedded_index, monkeypatch):
    StandardPageFactory(title="Seule")
    drain()

    def fail(states):
        raise EngineDownError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(rebuilding, "build", fail)
        with pytest.raises(EngineDownError):
            rebuild()
    assert found() == ["Seule"]


def test_an_index_that_cannot_be_read_is_set_aside_and_named(embedded_index, caplog, tmp_path):
    StandardPageFactory(title="Seule")
    drain()
    (folder,) = (one for one in (tmp_path / "index").iterdir() if one.is_dir())
    for file in folder.iterdir():
        file.write_bytes(b"rubbish")
    assert embedded_index.state() == State.DAMAGED
    assert rebuild() == 1
    assert embedded_index.state() == State.READY
    assert found() == ["Seule"]
    assert (tmp_path / "index" / f"damaged-{folder.name}").is_dir()
    assert f"damaged-{folder.name}" in caplog.text


def test_differences_are_found_by_identity_and_version_and_repaired(embedded_index):
    missing, stale, hidden = (
        StandardPageFactory(title=title) for title in ("Absente", "Périmée", "De trop")
    )
    drain()
    assert not differences()
    embedded_index.remove([str(missing.uid)])
    DocumentState.objects.filter(pk=stale.pk or 0).update(version=9)
    DocumentState.objects.filter(pk=stale.uid).update(version=9, indexed=9)
    type(hidden).objects.filter(pk=hidden.pk).update(live=False)
    unknown = StandardPageFactory(title="Inconnue")
    DocumentState.objects.filter(pk=unknown.uid).delete()
    wrong = differences()
    assert wrong.missing == tuple(sorted((str(missing.uid), str(unknown.uid))))
    assert wrong.stale == (str(stale.uid),)
    assert wrong.superfluous == (str(hidden.uid),)
    repair(wrong)
    assert not differences()
    assert found() == ["Absente", "Inconnue", "Périmée"]


def test_a_document_of_another_site_is_taken_out(embedded_index):
    page = StandardPageFactory()
    drain()
    DocumentState.objects.all().delete()
    type(page).objects.filter(pk=page.pk).update(live=False)
    repair(differences())
    assert embedded_index.versions() == {}
