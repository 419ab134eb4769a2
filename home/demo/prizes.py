"""The prize: its two laureates of 2022, told by a story and a video, and invented earlier ones."""

import datetime
from dataclasses import dataclass
from functools import partial

from home.demo.batch import Advance, fiche, fill, known, once, page_once
from home.demo.streams import lead, text
from initiatives.models import (
    InitiativePage,
    LaureateIndexPage,
    LaureateStoryPage,
    PrizeResult,
    VideoIndexPage,
    VideoPage,
    VideoSubject,
)
from initiatives.models.prize import PrizeStage

AWARDED_ON = datetime.date(2023, 9, 26)
SOURCE = "bilan 2023 de Rally’nov"


@dataclass(frozen=True)
class Laureate:
    """What the review of 2023 says of a laureate, in our words, and its own short quotation.

    The review gives the two videos one after the other, without naming them: they are given to the
    laureates in the order in which it tells of them.
    """

    key: str
    name: str
    address: str
    title: str
    summary: str
    quote: str
    quote_author: str
    opening: str
    story: str


LAUREATES = (
    Laureate(
        key="les-delices-bleus",
        name="Les Délices Bleus",
        address="https://www.youtube.com/watch?v=TN2VfWUEMc8",
        title="Les Délices Bleus, un restaurant ordinaire",
        summary="À Dijon, six personnes font tourner un restaurant où l’on vient d’abord pour bien "
        "manger. Trois d’entre elles sont de jeunes autistes.",
        quote="faire changer le regard sur l’autisme",
        quote_author=f"Un des objectifs des Délices Bleus, {SOURCE}",
        opening="On y entre pour la cuisine maison et les produits frais d’à côté. On en sort avec "
        "une autre idée de ce qu’un jeune autiste peut faire.",
        story="""
<h2>Trois et trois</h2>
<p>En salle et en cuisine, autant d’encadrants que de jeunes autistes. Rien ne signale ce
restaurant parmi ceux de la ville : c’est justement ce qui est voulu, travailler au milieu des
autres.</p>
<h2>Un emploi, et ce qui vient avec</h2>
<p>Le projet vise plus loin que le service du midi : devenir autonome, se faire des relations,
s’exercer à un métier avant de le pratiquer ailleurs.</p>""",
    ),
    Laureate(
        key="metalhom",
        name="Métalhom",
        address="https://www.youtube.com/watch?v=aYtqnY9grs8&t=3s",
        title="Métalhom, l’accueil avant la machine",
        summary="À Brognard, dans le Doubs, une entreprise de composants métallurgiques a refait "
        "l’arrivée de ses recrues et la façon de décider.",
        quote="mettre l’humain au cœur de l’entreprise",
        quote_author=f"Le credo de Métalhom, {SOURCE}",
        opening="Chez Métalhom, on ne cherche pas la personne qui ira au poste : on repère un "
        "talent, puis on règle le poste sur elle.",
        story="""
<h2>Les premiers jours</h2>
<p>Qui arrive suit un parcours complet et apprend avec une ou un collègue, en binôme. Ce qu’il faut
savoir est écrit en plusieurs langues, pour que personne ne travaille sans comprendre.</p>
<h2>Décider à deux</h2>
<p>Quand un projet naît, les salariés et la direction y pèsent autant. L’entreprise en attend de
meilleures conditions de travail pour tous.</p>""",
    ),
)
# (fiche, year, result): every one of these is fictitious, and its mention says so.
INVENTED = (
    ("bras-du-morvan", 2019, PrizeStage.LAUREATE),
    ("decolletage-du-haut-fosse", 2019, PrizeStage.NOMINEE),
    ("fruitiere-du-pre-lunette", 2019, PrizeStage.LAUREATE),
    ("gaec-des-quatre-saisons-claires", 2021, PrizeStage.LAUREATE),
    ("lessives-du-herisson", 2021, PrizeStage.LAUREATE),
    ("ripeurs-du-vau", 2021, PrizeStage.NOMINEE),
)
INVENTED_MENTION = "exemple fictif"
MEETING_VIDEO = "rencontre-regionale-2023-en-video"


def load_prizes(advance: Advance) -> None:
    """Make results, videos and stories that were never made."""
    for rank, laureate in enumerate(LAUREATES, start=1):
        page = fiche(laureate.key)
        if page is not None:
            _load_laureate(laureate, page)
        advance(rank, len(LAUREATES))
    for key, year, stage in INVENTED:
        page = fiche(key)
        if page is not None and page.is_fictitious:
            once(f"prix/{year}/{key}", partial(_invented, page, year, stage))
    videos = VideoIndexPage.objects.order_by("path").first()
    page_once(videos, MEETING_VIDEO, _meeting_video)


def _load_laureate(laureate: Laureate, page: InitiativePage) -> None:
    videos = VideoIndexPage.objects.order_by("path").first()
    stories = LaureateIndexPage.objects.order_by("path").first()
    result = once(f"prix/2022/{laureate.key}", partial(_result, page))
    film = page_once(videos, f"{laureate.key}-en-video", partial(_video, laureate, page))
    if result is not None:
        make = partial(_story, laureate, result, film)
        page_once(stories, f"{laureate.key}-2022", make)


def _result(page: InitiativePage) -> PrizeResult:
    return PrizeResult.objects.create(initiative=page, year=2022, awarded_on=AWARDED_ON)


def _invented(page: InitiativePage, year: int, stage: PrizeStage) -> PrizeResult:
    return PrizeResult.objects.create(
        initiative=page, year=year, stage=stage, mention=INVENTED_MENTION
    )


def _video(laureate: Laureate, page: InitiativePage) -> VideoPage:
    film = VideoPage(
        title=f"Prix 2022 : {laureate.name} en vidéo",
        summary=f"L’équipe de {laureate.name} présentée en images, à l’occasion du prix 2022.",
        address=laureate.address,
        speakers=laureate.name,
    )
    return fill(film, subjects=[VideoSubject(page=page)])


def _meeting_video() -> VideoPage:
    film = VideoPage(
        title="La Rencontre régionale 2023 en vidéo",
        summary="Pour qui n’était pas à Dijon le 26 septembre 2023.",
        address="https://www.youtube.com/watch?v=6MSURDccwBk",
    )
    event = known("page/rencontre-regionale-2023")
    return fill(film, subjects=[VideoSubject(page=event)] if event else [])


def _story(laureate: Laureate, result: PrizeResult, film: VideoPage | None) -> LaureateStoryPage:
    return LaureateStoryPage(
        title=laureate.title,
        summary=laureate.summary,
        prize_result=result,
        quote=laureate.quote,
        quote_author=laureate.quote_author,
        video=film,
        body=[
            lead(laureate.opening),
            text(laureate.story),
        ],
    )
