"""Synonyms, promoted results, and the words that visitors ask for, without anybody's name."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Max, Sum
from wagtail.admin.panels import FieldPanel

from search.analysis import tokenise
from search.meaning.synonyms import LONGEST, Expression, expression

MAX_EXPRESSIONS = 20
MAX_WORDS_LENGTH = 100


class SynonymGroup(models.Model):
    """Expressions that mean one thing: whoever asks for one finds the others."""

    expressions = models.TextField(
        "expressions",
        max_length=2000,
        help_text="Une expression par ligne, deux au moins. Par exemple : « RSE », puis "
        "« responsabilité sociétale des entreprises ». Les accents, les pluriels et les "
        "majuscules ne comptent pas.",
    )
    note = models.CharField(
        "remarque",
        max_length=200,
        blank=True,
        help_text="Pour vos collègues : d’où vient ce groupe, pourquoi il existe. Jamais publié.",
    )

    panels: ClassVar = [FieldPanel("expressions"), FieldPanel("note")]

    class Meta:
        verbose_name = "groupe de synonymes"
        verbose_name_plural = "synonymes"
        ordering = ("expressions", "pk")

    def __str__(self) -> str:
        return " = ".join(self.texts)

    @property
    def texts(self) -> list[str]:
        """The expressions, as they were written."""
        return _lines(self.expressions)

    def clean(self) -> None:
        """Refuse a group that would change nothing, or too much."""
        super().clean()
        problem = _problem_of(self.texts)
        if problem:
            raise ValidationError({"expressions": problem})
        self.expressions = "\n".join(self.texts)


class PromotedResult(models.Model):
    """A page that is shown above the results of some words."""

    words = models.TextField(
        "mots cherchés",
        max_length=500,
        help_text="Une recherche par ligne. Par exemple : « congé paternité ». Les accents, les "
        "pluriels et l’ordre des mots ne comptent pas ; les mots doivent y être tous, sans autre.",
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name="page à montrer",
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Elle passe avant les résultats, tant qu’elle est publiée et visible de tous.",
    )
    reason = models.CharField(
        "en une phrase",
        max_length=200,
        blank=True,
        help_text="Montrée sous le titre. Par exemple : « Notre dossier sur le sujet ».",
    )

    panels: ClassVar = [FieldPanel("words"), FieldPanel("page"), FieldPanel("reason")]

    class Meta:
        verbose_name = "résultat mis en avant"
        verbose_name_plural = "résultats mis en avant"
        ordering = ("words", "pk")

    def __str__(self) -> str:
        return f"{', '.join(self.searches)} → {self.page.title}"

    @property
    def searches(self) -> list[str]:
        """The searches, as they were written."""
        return _lines(self.words)

    def clean(self) -> None:
        """Refuse a search that no visitor's could equal."""
        super().clean()
        vain = next((text for text in self.searches if not key_of(text)), None)
        if vain is not None:
            raise ValidationError({"words": f"« {vain} » n’a aucun mot qui compte."})
        if not self.searches:
            raise ValidationError({"words": "Écrivez une recherche au moins."})
        self.words = "\n".join(self.searches)


class AskedWordsQuerySet(models.QuerySet["AskedWords"]):
    """Queries on what was asked."""

    def by_words(self) -> models.QuerySet[AskedWords, dict[str, Any]]:
        """Return words, how often they were asked for, how often in vain, and the last day."""
        grouped = self.order_by().values("words")
        return grouped.annotate(
            asked=Sum("count"), vain=Sum("unanswered"), last_day=Max("day")
        ).order_by("-asked", "words")


class AskedWords(models.Model):
    """How often words were asked for on a day. Neither who nor when of the day is known."""

    words = models.CharField("mots", max_length=MAX_WORDS_LENGTH)
    day = models.DateField("jour", db_index=True)
    count = models.PositiveIntegerField("recherches", default=0)
    unanswered = models.PositiveIntegerField("sans réponse", default=0)

    shown_on_pages: ClassVar = False
    objects = AskedWordsQuerySet.as_manager()

    class Meta:
        verbose_name = "mots cherchés"
        verbose_name_plural = "mots cherchés"
        default_permissions = ("view",)
        ordering = ("-day", "words")
        constraints = (models.UniqueConstraint(fields=["words", "day"], name="words_once_a_day"),)

    def __str__(self) -> str:
        return self.words

    @classmethod
    def add(cls, words: str, day: datetime.date, count: int, unanswered: int) -> None:
        """Count words asked for on a day, whatever other processes count meanwhile."""
        row, _ = cls.objects.get_or_create(words=words, day=day)
        cls.objects.filter(pk=row.pk).update(
            count=F("count") + count, unanswered=F("unanswered") + unanswered
        )


def key_of(words: str) -> tuple[str, ...]:
    """Return what makes two searches equal: their words in one order, by their last stems.

    These alone are the same with accents and without (reference: `docs/search.md`, the stems).
    """
    return tuple(sorted({token.stems[-1] for token in tokenise(words) if token.stems}))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _problem_of(texts: list[str]) -> str:
    """Return what is wrong with a group, in French; nothing where it is right."""
    if len(texts) > MAX_EXPRESSIONS:
        return f"Un groupe compte {MAX_EXPRESSIONS} expressions au plus."
    read: dict[Expression, str] = {}
    for text in texts:
        found = expression(text)
        if found is None:
            return f"« {text} » n’a aucun mot qui compte : complétez ou retirez cette ligne."
        if len(found.words) > LONGEST:
            return f"« {text} » est trop longue : {LONGEST} mots au plus."
        if found in read:
            return f"« {text} » et « {read[found]} » se cherchent déjà de la même façon."
        read[found] = text
    if len(read) < 2:
        return "Écrivez deux expressions au moins, une par ligne."
    return ""
