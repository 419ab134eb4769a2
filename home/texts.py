"""The words of a new site; the programme completes them in the admin."""

from typing import Any

Block = dict[str, Any]


def text(html: str) -> Block:
    """Return a text block."""
    return {"type": "text", "value": html}


HOME_BODY: list[Block] = [
    {
        "type": "hero_search",
        "value": {
            "eyebrow": "Bourgogne-Franche-Comté",
            "title": "Des façons de travailler mieux, déjà essayées près d’ici",
            "mark": "travailler mieux",
            "intro": "Des entreprises, des associations et des coopératives racontent ce qu’elles "
            "ont changé, pourquoi, et à quelles conditions.",
        },
    },
    {"type": "latest_laureates", "value": {"title": "Lauréats : à eux la parole", "number": 3}},
    {"type": "latest_initiatives", "value": {"title": "Dernières initiatives", "number": 3}},
    {"type": "region", "value": {"title": "Près de chez vous"}},
    {"type": "next_events", "value": {"title": "Prochaine étape", "number": 2}},
    {"type": "themes", "value": {"title": "Explorer par thème"}},
]

LEGAL_NOTICE = """
<h2>Éditeur</h2>
<p>Le site Rally’nov est édité par l’Aract Bourgogne-Franche-Comté.</p>
<p>À compléter par l’éditeur : forme juridique, siège, numéro d’immatriculation, téléphone et
adresse électronique.</p>
<h2>Directeur ou directrice de la publication</h2>
<p>À compléter par l’éditeur : nom de la personne responsable.</p>
<h2>Hébergeur</h2>
<p>À compléter par l’éditeur : nom, adresse et téléphone de l’hébergeur.</p>
<h2>Contenus et licence</h2>
<p>Sauf mention contraire, les textes des fiches peuvent être réutilisés sous
<a href="https://www.etalab.gouv.fr/licence-ouverte-open-licence/">Licence Ouverte 2.0</a>, en
citant Rally’nov et la date de mise à jour. Les images portent le crédit de leur auteur.</p>
<p>Limites administratives : IGN Admin Express ; communes : INSEE, DGCL, La Poste (Licence
Ouverte 2.0).</p>
"""
PRIVACY = """
<h2>Ce que le site sait de vous : rien</h2>
<p>Lire le site ne dépose aucun cookie et n’appelle aucun autre site. Aucune mesure d’audience ne
vous suit.</p>
<h2>Ce que vous nous envoyez</h2>
<p>Quand vous signalez une initiative ou une erreur, ce que vous écrivez est gardé douze mois au
plus, pour étudier votre envoi et vous répondre, puis effacé. Votre nom et votre adresse ne sont ni
publiés ni transmis. Votre adresse IP n’est pas gardée.</p>
<h2>Les vidéos</h2>
<p>Une vidéo n’est demandée à YouTube qu’au moment où vous la lancez. Google reçoit alors votre
adresse IP et peut lire ou déposer des traceurs. Sans clic, rien n’est envoyé ; un lien simple et,
quand elle existe, une transcription permettent de s’en passer.</p>
<h2>Les personnes nommées</h2>
<p>Une personne n’est nommée sur une fiche qu’avec son accord, daté et limité dans le temps. Elle
peut le retirer à tout moment : son nom et ses coordonnées disparaissent alors partout.</p>
<h2>Vos droits</h2>
<p>Accès, rectification, effacement : écrivez à l’adresse de la page Contact. En cas de désaccord,
vous pouvez saisir la <a href="https://www.cnil.fr/fr/plaintes">CNIL</a>.</p>
<p>À compléter par l’éditeur : coordonnées du délégué à la protection des données.</p>
"""
REPORT = """
<h2>Vous connaissez une équipe qui travaille autrement ?</h2>
<p>Une nouvelle organisation, un nouveau service, une pratique qui améliore la vie au travail et
répond à un besoin social : dites-le-nous. Quelques lignes suffisent.</p>
<ul>
<li>Qui ? La structure et sa commune.</li>
<li>Quoi ? Ce qui a changé, et pour qui.</li>
<li>Pourquoi ? Le besoin de départ, et ce que cela a donné.</li>
</ul>
<p>Le formulaire est plus bas sur cette page.</p>
<h2>Ensuite</h2>
<p>L’équipe du programme prend contact avec la structure, vérifie les faits avec elle, puis rédige
la fiche. Rien n’est publié sans son accord.</p>
"""
CONTACT = """
<h2>Nous écrire</h2>
<p>Une question sur une initiative, une envie d’essayer, une erreur à signaler ? L’équipe du
programme vous met en relation avec les personnes qui ont mené le projet.</p>
"""
RESOURCES = """
<h2>Comprendre</h2>
<p>La grille de caractérisation dit sur quoi une initiative est
<a href="/vocabulaires/centree-sur/">centrée</a> et ce avec quoi elle est
<a href="/vocabulaires/en-lien-avec/">en lien</a> ; les
<a href="/vocabulaires/theme/">thèmes de la qualité de vie et des conditions de travail</a>
rangent les sujets.</p>
"""

STANDARD_PAGES: tuple[tuple[str, str, str, list[Block]], ...] = (
    ("contact", "Contact", "L’équipe du programme vous répond.", [text(CONTACT)]),
    (
        "signaler-une-initiative",
        "Signaler une initiative",
        "Les meilleures fiches commencent par quelqu’un qui en a parlé.",
        [text(REPORT)],
    ),
    ("ressources", "Ressources", "De quoi comprendre, comparer et essayer.", [text(RESOURCES)]),
    ("mentions-legales", "Mentions légales", "", [text(LEGAL_NOTICE)]),
    ("donnees-personnelles", "Données personnelles", "", [text(PRIVACY)]),
)
