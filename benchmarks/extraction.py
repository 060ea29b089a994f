"""What extraction costs beside spaCy's own parse, and what a second process gains.

`python benchmarks/extraction.py FOLDER [ROUNDS]` reads every document of the folder and prints medians of ROUNDS
(3) runs in one process: spaCy's parse of the same paragraphs by the same pipes, then the whole extraction, then
the extraction by one and by two processes. The ratios are of one run, so that machines can be compared.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import spacy

from communique.ingest.documents import Document, find, read_all
from communique.ingest.statements.extract import Extractor
from communique.ingest.statements.parser import DEFAULT_MODEL


def seconds(work: Callable[[], object], rounds: int, clock: Callable[[], float]) -> float:
    """Median time of some rounds of a piece of work."""
    times = []
    for _ in range(rounds):
        start = clock()
        work()
        times.append(clock() - start)
    return median(times)


def main() -> None:
    """Measure and print the table."""
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    documents = [d for _, d in read_all(find([Path(sys.argv[1])])) if isinstance(d, Document)]
    words = sum(len(document.text.split()) for document in documents)
    nlp = spacy.load(DEFAULT_MODEL, exclude=["ner", "senter"])
    extractor = Extractor()

    def parse() -> None:
        for document in documents:
            for _ in nlp.pipe(document.text.split("\n\n")):
                pass

    def extract() -> None:
        for document in documents:
            extractor.extract(document)

    def in_processes(jobs: int) -> Callable[[], None]:
        def run() -> None:
            # Three times the corpus, so that loading the pipelines does not decide.
            for _ in extractor.extract_all(documents * 3, jobs):
                pass

        return run

    alone = seconds(parse, rounds, process_time)
    whole = seconds(extract, rounds, process_time)
    one, two = (seconds(in_processes(jobs), 1, perf_counter) for jobs in (1, 2))
    print(f"communique {version('communique')}, spaCy {version('spacy')}, {DEFAULT_MODEL}")
    print(f"{len(documents)} documents, {words:,} words, median of {rounds}")
    print(f"spaCy's parse alone     {alone:8.2f} s CPU  {words / alone:8,.0f} words/s")
    print(f"extraction              {whole:8.2f} s CPU  {words / whole:8,.0f} words/s  {whole / alone:.2f} × the parse")
    print(f"one process, thrice     {one:8.2f} s")
    print(f"two processes, thrice   {two:8.2f} s  {one / two:.2f} × as fast")


if __name__ == "__main__":
    main()
