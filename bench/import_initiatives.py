"""Measure `import_initiatives` on a large file: time, processor time, peak memory.

    .venv/bin/python bench/import_initiatives.py [--rows 10000] [--keep FOLDER]

Makes a fresh SQLite site in a temporary folder, a CSV file of fictitious fiches, and runs the
command as an operator would: a dry run, the import, and the same import again. Each run is a
process of its own; its peak memory is what the kernel reports (`ru_maxrss`). The load of the
machine is printed, since figures taken on a busy machine are slower than the truth.

Budgets: dry run 60 s, import 10 minutes, 300 MB, for 10,000 rows on two cores.
"""

import argparse
import csv
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORDS = (
    "équipe",
    "atelier",
    "horaires",
    "salariés",
    "échange",
    "réunion",
    "essai",
    "planning",
    "poste",
    "formation",
    "accueil",
    "territoire",
    "métier",
    "outil",
    "charte",
    "parole",
    "usine",
    "boutique",
    "service",
    "trajet",
    "partage",
    "mesure",
    "résultat",
    "saison",
)
COMMUNES = ("21231", "25056", "39300", "58194", "70550", "71270", "89024", "90010", "25241")
FORMS = ("association", "scop", "sarl", "sas", "scic", "collectivite")
THEMES = ("teletravail", "insertion", "tms", "mediation", "transmission-tutorat", "autonomie")
PUBLICS = ("jeunes", "salaries", "habitants", "aidants")
LEVERS = ("outil", "charte", "lieu", "reseau", "formation")


def sentence(words: int) -> str:
    """Return a sentence of so many words."""
    return " ".join(random.choices(WORDS, k=words)).capitalize() + "."


def row(number: int) -> dict[str, str]:
    """Return one fictitious fiche of about two thousand characters."""
    paragraphs = "\n\n".join(sentence(40) for _ in range(2))
    points = "\n".join(f"- {sentence(8)}" for _ in range(3))
    return {
        "cle": f"essai-de-charge-{number}",
        "titre": f"Initiative de charge {number}",
        "resume": sentence(18),
        "structure": f"Structure de charge {number // 2}",
        "statut": random.choice(FORMS),
        "activite": sentence(3),
        "secteur": random.choice("ACFGIJMNPQRS"),
        "effectif": str(random.randint(0, 400)),
        "centree_sur": random.choice(("individu", "territoire", "entreprise")),
        "en_lien_avec": random.choice(("organisation|procedure", "conception")),
        "themes": "|".join(random.sample(THEMES, 2)),
        "publics": "|".join(random.sample(PUBLICS, 2)),
        "leviers": random.choice(LEVERS),
        "etiquettes": "|".join(random.sample(WORDS, 3)),
        "annee": str(random.randint(2012, 2024)),
        "maturite": random.choice(("experimentation", "deployee")),
        "besoin": sentence(12),
        "commune": random.choice(COMMUNES),
        "reperee_par": "Partenaire de charge",
        "section_besoin": sentence(40),
        "section_demarche": f"{paragraphs}\n\n{points}",
        "section_resultats": paragraphs,
        "verifiee_le": "2024-05-14",
        "fictive": "oui",
    }


def write_file(path: Path, rows: int) -> None:
    """Write the file; the same number of rows makes the same file."""
    random.seed(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(row(0)))
        writer.writeheader()
        writer.writerows(row(number) for number in range(rows))


def measure(label: str, folder: Path, *arguments: str) -> None:
    """Run a management command and print what it took."""
    started = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=os.environ | {"HUB_DATA": str(folder)},
        stdout=subprocess.DEVNULL if "import_initiatives" not in arguments else None,
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{label} failed")
    wall, memory = time.monotonic() - started, usage.ru_maxrss / 1024
    cpu = usage.ru_utime + usage.ru_stime
    load = os.getloadavg()[0]
    print(
        f"{label:<14}{wall:>9.1f} s wall {cpu:>9.1f} s cpu {memory:>7.0f} MB   load {load:.1f}",
        flush=True,
    )


def main() -> None:
    """Make the site and the file, then measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--keep", type=Path, help="folder to use and keep")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "initiatives.csv"
        write_file(path, options.rows)
        print(f"{options.rows} rows, {path.stat().st_size / 1e6:.1f} MB")
        measure("migrate", folder, "migrate", "-v0")
        measure("setup_site", folder, "setup_site")
        measure("dry run", folder, "import_initiatives", str(path), "--dry-run")
        measure("import", folder, "import_initiatives", str(path))
        measure("import again", folder, "import_initiatives", str(path))


if __name__ == "__main__":
    main()
