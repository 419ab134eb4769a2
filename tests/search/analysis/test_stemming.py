import threading

import pytest

from search.analysis import tokenise


def stems(word: str) -> set[str]:
    (token,) = tokenise(word)
    return set(token.stems)


JOINED = """
    emploi emplois; enjeu enjeux; lieu lieux; jeu jeux; apprenti apprentis; nouveau nouveaux
    local locaux; social sociaux; égal égaux; travail travails; cheval chevaux
    licencié licenciés; licencié licenciée; licenciée licenciées; licencie licenciées
    salarié salariées; salarie salariés; handicapé handicape; handicapées handicape
    directeur directrice; formatrices formateurs; acteur actrice; animatrice animateurs
    coiffeuse coiffeurs; travailleuses travailleur; conseillère conseillers
    boulangère boulangers; étrangère étrangers; créatif créative; actives actif; heureux heureuses
    égalité égal; égalité egalite; mobiliser mobilisation; recruter recrutement
    licencier licenciement; transmission transmissions; horaire horaires
    entreprise entreprises; crèche creches; œuvre oeuvres; cœur coeurs; nœud noeuds
    temps temps; mois mois; prix prix; bus bus; journée journees; idée idees; employée employe
    saisonnier saisonnière; ouvrier ouvrière; aidant aidante; innovant innovantes
    Scop Scops; Esat ESAT; RSE rse; TMS tms; CDI CDIs; organisation organisations
""".replace("\n", ";").split(";")

APART = """
    organe organisation; poste posture; entreprise entrepôt; misère mise; gère guère
    chère chercher; travail travaux; garde gardien; sport port; content contenu; matrice matière
    formation forme; RSE rosée; crèche crêpe; handicap cap; étage été; permis permission
    coopérative opératif; station stature; santé sentier; conseil console; cours course
""".replace("\n", ";").split(";")


def pairs(lines: list[str]) -> list[tuple[str, ...]]:
    return [tuple(line.split()) for line in lines if line.strip()]


@pytest.mark.parametrize(("one", "other"), pairs(JOINED))
def test_two_forms_of_a_word_meet(one, other):
    assert stems(one) & stems(other)


@pytest.mark.parametrize(("one", "other"), pairs(APART))
def test_two_words_stay_apart(one, other):
    assert not stems(one) & stems(other)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("emplois", ("emplois", "emploi")),
        ("emploi", ("emploi",)),
        ("égalité", ("egal", "egalit")),
        ("directrices", ("directric", "directeur")),
        ("œuvres", ("oeuvr",)),
        ("4", ("4",)),
    ],
)
def test_the_stem_of_the_accented_word_comes_first(word, expected):
    assert tokenise(word)[0].stems == expected


def test_many_threads_stem_alike():
    words = [f"{word}{number}ations" for number in range(300) for word in ("cré", "mobilis", "fé")]
    expected = [stems(word) for word in words]
    found: dict[int, list[set[str]]] = {}

    def stem_all(thread: int) -> None:
        # Words of its own first, so that no thread only reads what another has remembered.
        stems(f"propre{thread}ation")
        found[thread] = [stems(f"{word}") for word in words]

    threads = [threading.Thread(target=stem_all, args=(thread,)) for thread in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(found[thread] == expected for thread in range(8))
