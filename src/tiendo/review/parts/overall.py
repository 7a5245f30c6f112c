"""Part I begins with the tally: how many of how many, adding up in writing, and the basis of every label."""

from collections.abc import Sequence

from tiendo.assessing import Standing, Tally
from tiendo.review.prose import Runs, lower, runs, together
from tiendo.review.records import Line, Node, Number, Paragraph
from tiendo.review.writer import Writer

GOOD = (Standing.EXCEEDED, Standing.MET, Standing.ON_PATH)


def overall_nodes(writer: Writer, counts: Tally) -> list[Node]:
    """The tally, its parts and their sum, and what the labels stand on."""
    return [Paragraph(tally_words(writer, counts)), Paragraph(partition_words(writer, counts)),
            writer.paragraph("basis")]


def tally_words(writer: Writer, counts: Tally) -> Runs:
    """How many are where they should be: `17/17 chỉ tiêu … bảo đảm tiến độ, trong đó 9/17 chỉ tiêu vượt`."""
    return writer.runs("tally", day=writer.day(writer.as_of), good=good_number(writer, counts),
                       exceeded=exceeded_number(writer, counts))


def partition_words(writer: Writer, counts: Tally) -> Runs:
    """Every standing with its count, and the sum: the labels partition the set, in writing."""
    bare = [(Number(standing_number(writer, counts, standing).entry, str(count)),)
            for standing, count in counts.counts if count]
    whole = writer.ledger.count("total", writer.said("label_total"), counts.total, writer.said("unit_target"))
    return writer.runs("partition", parts=partition_parts(writer, counts), sum=together(bare, "\u00a0+\u00a0"),
                       total=whole)


def partition_parts(writer: Writer, counts: Tally, sector: str = "") -> Runs:
    """`9/17 chỉ tiêu vượt; 3/17 chỉ tiêu đạt; 5/17 chỉ tiêu bảo đảm tiến độ`: those that some target has."""
    return together([
        writer.runs("partition_part", count=standing_number(writer, counts, standing, sector),
                    standing=lower(label(writer, standing)))
        for standing, count in counts.counts if count
    ], "; ")


def sector_words(writer: Writer, sector: str, counts: Tally) -> Runs:
    """A sector's own tally, one sentence."""
    return writer.runs("sector", parts=partition_parts(writer, counts, sector))


def good_number(writer: Writer, counts: Tally) -> Number:
    """How many targets are exceeded, met or on path, of all."""
    return _of(writer.ledger.count("tally_good", writer.said("label_tally_good"), counts.of(*GOOD),
                                   writer.said("unit_target")), counts)


def exceeded_number(writer: Writer, counts: Tally) -> Number:
    """How many targets are exceeded, of all."""
    return _of(writer.ledger.count("tally_exceeded", writer.said("label_tally_exceeded"),
                                   counts.of(Standing.EXCEEDED), writer.said("unit_target")), counts)


def standing_number(writer: Writer, counts: Tally, standing: Standing, sector: str = "") -> Number:
    """How many targets (of a sector) have one standing, of all."""
    what = f"{sector}: {label(writer, standing)}" if sector else label(writer, standing)
    return _of(writer.ledger.count(f"part {standing} {sector}", what, counts.of(standing),
                                   writer.said("unit_target")), counts)


def label(writer: Writer, standing: Standing) -> str:
    """A standing in words."""
    return str(runs(f"assessing.standing_{standing}", writer.lang)[0])


def _of(number: Number, counts: Tally) -> Number:
    return Number(number.entry, f"{number.shown}/{counts.total}")


def lines_of(lines: Sequence[Line], *standings: Standing) -> list[Line]:
    """The lines at some standings, in the plan's order."""
    return [line for line in lines if line.assessment.standing in standings]
