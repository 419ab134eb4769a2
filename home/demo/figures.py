"""The key figures of 2023 that are certain. A doubtful one is nowhere in the demo."""

import datetime
from dataclasses import dataclass

REVIEW = "Bilan 2023 de Rally’nov"
END_OF_2022 = datetime.date(2022, 12, 31)
END_OF_2023 = datetime.date(2023, 12, 31)


@dataclass(frozen=True)
class Figure:
    """A figure of the review, as it stood."""

    value: int
    label: str
    measured_on: datetime.date = END_OF_2023
    source: str = REVIEW


VIEWS = Figure(2882, "vues des conférences et des lauréats sur YouTube, en 2022", END_OF_2022)
FIGURES = (
    Figure(163, "initiatives répertoriées"),
    Figure(15, "initiatives recensées en 2023"),
    Figure(2, "lauréats 2022, primés en 2023", datetime.date(2023, 9, 26)),
    Figure(143, "participants à la Rencontre régionale", datetime.date(2023, 9, 26)),
    Figure(53, "participants aux DéfIS de l’innovation sociale", datetime.date(2023, 4, 4)),
    Figure(22, "participants au séminaire de travail", datetime.date(2023, 2, 28)),
    Figure(16, "structures représentées au séminaire", datetime.date(2023, 2, 28)),
    Figure(11, "entreprises interviewées sur la semaine de 4 jours"),
    Figure(40, "salariés et dirigeants interrogés sur la semaine de 4 jours"),
    VIEWS,
)
