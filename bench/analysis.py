"""Measure the French analysis: milliseconds for a document of about 325 words, cold and warm.

    .venv/bin/python bench/analysis.py [--documents 2000]

« cold » begins with nothing remembered, « warm » reads the same documents again, « next » reads as
many others, as a rebuild does. « excerpt » and « highlight » are those of a result: its text for
three words, its title for the same.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.french import fiches  # noqa: E402
from search.analysis import analyse, tokenise  # noqa: E402
from search.highlighting import excerpt, highlight  # noqa: E402


def measured(name: str, work: Callable[[str], object], texts: Iterable[str]) -> None:
    """Print the mean of the processor time of a piece of work."""
    every = list(texts)
    begin = time.process_time()
    for text in every:
        work(text)
    print(f"{name:20} {(time.process_time() - begin) / len(every) * 1000:8.3f} ms")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--documents", type=int, default=2000)
    count = parser.parse_args().documents
    made = list(fiches(2 * count))
    texts = [fiche["text"] for fiche in made]
    words = sum(len(text.split()) for text in texts) / len(texts)
    print(f"{count} documents of {words:.0f} words")
    measured("analyse, cold", analyse, texts[:count])
    measured("analyse, warm", analyse, texts[:count])
    measured("analyse, next", analyse, texts[count:])
    stems = {stem for token in tokenise("semaine 4 jours") for stem in token.stems}
    measured("excerpt, cold", lambda text: excerpt(text, stems), texts[:count])
    measured("excerpt, warm", lambda text: excerpt(text, stems), texts[count - 20 : count] * 20)
    measured("highlight a title", lambda text: highlight(text, stems), [f["title"] for f in made])


if __name__ == "__main__":
    main()
