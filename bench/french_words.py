"""The words of the made-up fiches: those of prose, those of the field, and thousands more.

In the order of their frequency, as in real texts: the words of grammar first, then the words that
fiches are about, then a long tail of invented words with French endings and their inflections, so
that stems meet as they do in French.
"""

import random
from collections.abc import Iterator

FORMS = 60_000

_GRAMMAR = """
    de la le et les des à en un du une pour que qui dans par sur est au avec se ce ne plus pas son
    sont aux ou sa ces il elle leur mais été cette nous comme ont ses leurs on sans entre fait peut
    bien tout ainsi tous aussi dont ils même être lors chaque y autres après depuis si notre deux
    très elles avoir afin sous avait toute chez vers alors était lui trois pendant nos toutes doit
    encore soit selon quatre autre où peuvent vous moins avant là jusque puis grâce quand
"""
_NOUNS = """
    travail emploi entreprise salarié salariés équipe équipes formation projet accord territoire
    santé organisation horaires semaine jours temps métier métiers association coopérative
    handicap égalité crèche télétravail logement mobilité covoiturage saisonniers apprentis
    apprentissage transmission reprise atelier usine hôpital école ferme village commune
    partenaires réseau dirigeants gouvernance dialogue négociation charte outil service lieu
    tiers-lieu insertion recrutement compétences parcours tutorat seniors jeunes aidants
    parentalité illettrisme prévention risques TMS QVCT RSE ESS Scop Scic Esat Agefiph Geiq CSE
    PME médiation innovation expérimentation démarche diagnostic résultats salaires absences
    congés retraite conditions sécurité usure maintien management participation autonomie
    confiance coopération groupement employeurs stagiaires bénévoles habitants soignants
    producteurs artisans agriculteurs commerçants élus collectivités budget financement
    calendrier enjeux besoins solutions effets limites qualité vie égalité mixité diversité
    inclusion violences harcèlement langue numérique vélo cantine jardin énergie déchets
    réemploi eau bois lait vigne horlogerie métallurgie plasturgie transport bâtiment tourisme
    main-d’œuvre œuvre cœur nœud savoir-faire bien-être porte-à-porte mi-temps après-midi
"""
_OTHERS = """
    social sociale sociaux sociales professionnel professionnelle professionnels durable durables
    nouveau nouvelle nouveaux local locale locaux solidaire partagé partagée partagés collectif
    collective participatif participative rural rurale atypiques libre premier première
    industriel industrielle économique écologique volontaire accompagner améliorer organiser
    partager créer former recruter réduire prévenir échanger expérimenter développer permettre
    travailler décider écouter financer accueillir garder transmettre reprendre mobiliser
    salarié·e·s citoyen·ne·s directeur·rice·s salarié.e.s employé(e)s apprenti·e·s
"""
_TAGS = """
    semaine de 4 jours, télétravail, crèche, covoiturage, handicap, Esat, seniors, jeunes,
    apprentissage, tutorat, Afest, transmission, reprise en Scop, Scic, coopérative, tiers-lieu,
    groupement d’employeurs, insertion, territoire zéro chômeur, saisonniers, logement, mobilité,
    vélo, parentalité, aidants, égalité salariale, mixité des métiers, violences, harcèlement,
    langue française, illettrisme, réfugiés, santé mentale, addictions, TMS, usure, canicule,
    cancer, maladies chroniques, don de jours, horaires choisis, horaires atypiques, espaces de
    discussion, droit à la déconnexion, CSE, accord, charte, RSE, entreprise à mission, raison
    d’être, achats responsables, réemploi, énergie, circuits courts, monnaie locale, mécénat,
    bénévolat, médiation, conciergerie, entraide
"""

GRAMMAR = tuple(_GRAMMAR.split())
NOUNS = tuple(_NOUNS.split())
OTHERS = tuple(_OTHERS.split())
TAGS = tuple(" ".join(tag.split()) for tag in _TAGS.split(","))

_ONSETS = (*"bcdfgjlmnprstv", "bl", "br", "ch", "cl", "cr", "dr", "fl", "gr", "pl", "pr", "tr", "")
_VOWELS = (*"aeiou", "é", "è", "ai", "an", "en", "in", "on", "ou", "oi", "eu")
_ENDINGS = (
    ("tion", "tions"),
    ("ment", "ments"),
    ("age", "ages"),
    ("er", "é", "ée", "és", "ées", "ant", "ent"),
    ("teur", "teurs", "trice", "trices"),
    ("eur", "eurs", "euse", "euses"),
    ("al", "ale", "aux", "ales"),
    ("if", "ive", "ifs", "ives"),
    ("ité", "ités"),
    ("ique", "iques"),
    ("eau", "eaux"),
    ("ier", "ière", "iers", "ières"),
)


def vocabulary(rng: random.Random) -> list[str]:
    """Return `FORMS` different forms, the most frequent first."""
    known = dict.fromkeys([*GRAMMAR, *_mixed(rng, {*NOUNS, *OTHERS})])
    invented: dict[str, None] = {}
    while len(known) + len(invented) < FORMS:
        invented.update(dict.fromkeys(form for form in _inflected(rng) if form not in known))
    return [*known, *_mixed(rng, invented)][:FORMS]


def _inflected(rng: random.Random) -> Iterator[str]:
    syllables = rng.choice((1, 2, 2, 3))
    root = "".join(rng.choice(_ONSETS) + rng.choice(_VOWELS) for _ in range(syllables))
    endings = rng.choice(_ENDINGS)
    joint = rng.choice("lmnrst") if endings[0][0] in "aeiouéè" else ""
    return (f"{root}{joint}{ending}" for ending in endings)


def _mixed(rng: random.Random, words: set[str] | dict[str, None]) -> list[str]:
    """Return words in another order, the same for the same words."""
    return rng.sample(sorted(words), len(words))
