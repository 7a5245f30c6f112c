"""Record again where the claims of a plan's acceptances stand, after a report was edited.

    python examples/record_acceptances.py examples/quan-song-to

An acceptance keeps the sha256 of the report it was made from and the place of its quote in that report's text.
Editing a report moves both. This rewrites the two columns of `acceptances.csv`, and only when every quote is
still claimed by its report: a decision on words that are gone has to be made again, by a person.
"""

import argparse
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from tiendo.plan import Acceptance, read_plan, write_plan
from tiendo.reading import Claim, Document, read_claims
from tiendo.reading.files import read_document

REPORTS = "reports"


def recorded(row: Acceptance, document: Document, claims: Iterable[Claim]) -> Acceptance | None:
    """The acceptance with its report's hash and its quote's place as they are now; None when the quote is gone.

    Of several claims with the same words, the one nearest to the recorded place is meant.
    """
    starts = [claim.start for claim in claims if claim.quote == row.quote]
    if not starts:
        return None
    return replace(row, sha256=document.sha256, start=min(starts, key=lambda start: abs(start - row.start)))


def record(folder: Path) -> tuple[Acceptance, ...]:
    """Record every acceptance of a folder again; give back those whose quote is gone (then nothing is written)."""
    plan = read_plan(folder)
    names = sorted({row.report for row in plan.acceptances})
    documents = {name: read_document(folder / REPORTS / name) for name in names}
    claims = {name: read_claims(document) for name, document in documents.items()}
    found = [(row, recorded(row, documents[row.report], claims[row.report])) for row in plan.acceptances]
    gone = tuple(row for row, now in found if now is None)
    if not gone:
        write_plan(replace(plan, acceptances=tuple(now for _, now in found if now is not None)), folder)
    return gone


def main() -> int:
    """Record the acceptances of the folder named on the command line; 1 when some quote is gone."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    gone = record(parser.parse_args().folder)
    for row in gone:
        print(f"{row.id}: {row.report} no longer says “{row.quote}”; decide again", file=sys.stderr)
    return 1 if gone else 0


if __name__ == "__main__":
    sys.exit(main())
