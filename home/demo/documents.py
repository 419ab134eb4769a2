"""A small accessible file: the key figures of 2023 as a table."""

import csv
import io
from functools import partial

from django.core.files.base import ContentFile

from home.demo.batch import Advance, once
from home.demo.figures import FIGURES
from hub.content.models import DocumentAccessibility, HubDocument


def load_documents(advance: Advance) -> None:
    """Make the file that was never made."""
    once("document/chiffres-cles-2023", partial(_key_figures))
    advance(1, 1)


def _key_figures() -> HubDocument:
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(("chiffre", "valeur", "date", "source"))
    for figure in FIGURES:
        writer.writerow((figure.label, figure.value, figure.measured_on, figure.source))
    document = HubDocument(
        title="Chiffres clés 2023",
        file=ContentFile(table.getvalue().encode("utf-8-sig"), "chiffres-cles-2023.csv"),
        accessibility=DocumentAccessibility.YES,
    )
    document.save()
    # Wagtail completes both at the first download: a file that was only read has not changed.
    document.get_file_size()
    document.get_file_hash()
    return document
