"""What the targets say towards a classification: the rule set in force, whole numbers compared, what is not evidenced.

The classification itself is never printed as computed (domain.md 1.4).
"""

from decimal import Decimal

from tiendo.assessing import Eligibility, ShareTest, Tally, eligibility
from tiendo.review.prose import capital, together
from tiendo.review.records import LedgerEntry, Node, Number, Paragraph
from tiendo.review.writer import Writer
from tiendo.words import say


def eligibility_nodes(writer: Writer, counts: Tally) -> list[Node]:
    """Each rule set in force on the day: its tests, what follows, the conditions without evidence."""
    found = eligibility(counts, writer.as_of)
    if not found:
        return []
    nodes: list[Node] = [writer.paragraph("eligibility", day=writer.day(writer.as_of))]
    for one in found:
        nodes += _rules(writer, one)
    return nodes


def _rules(writer: Writer, one: Eligibility) -> list[Node]:
    rules = one.rules
    level = say(f"plan.level_vn_xep_loai_{rules.level}", writer.lang)
    nodes: list[Node] = [writer.paragraph(
        "rule_set", title=rules.title(writer.lang), subject=writer.said(f"subject_{rules.subject}"), level=level,
        grade=writer.said(f"grade_{rules.grade}"),
    )]
    nodes += [_test(writer, one, test) for test in one.tests]
    nodes.append(writer.paragraph(f"eligible_{one.eligible}", level=level))
    nodes.append(writer.paragraph("conditions"))
    nodes += [_condition(writer, one, number) for number in range(len(rules.conditions))]
    return nodes


def _test(writer: Writer, one: Eligibility, test: ShareTest) -> Paragraph:
    """One share in whole numbers: 9 of 17 where half is asked for is 900 against 850."""
    key = f"{one.rules.id} {test.share.of}"
    what = writer.said(f"counted_{test.share.of}")
    counted = writer.ledger.count(f"counted {key}", what, test.count, writer.said("unit_target"))
    asked = writer.ledger.stated(f"asked {key}", LedgerEntry(
        "", what, f"{test.share.pct}%", Decimal(test.share.pct), "%", document=one.rules.title(writer.lang)))
    left = writer.ledger.count(f"left {key}", what, test.left, "", [counted])
    right = writer.ledger.count(f"right {key}", what, test.right, "", [asked])
    return writer.paragraph(
        "share_passed" if test.passed else "share_failed", "item", what=what[:1].upper() + what[1:], asked=asked,
        left=left, right=right, sign="≥" if test.passed else "<",
        count=Number(counted.entry, f"{test.count}/{test.total}"),
    )


def _condition(writer: Writer, one: Eligibility, number: int) -> Paragraph:
    condition = one.rules.conditions[number]
    title = one.rules.title(writer.lang)
    unchecked = "" if condition.grade in {"A", "B"} else f" ({writer.said(f'grade_{condition.grade}')})"
    words = writer.ledger.quoted(condition.text(writer.lang), title, title)
    return Paragraph(capital(together([words, f"{unchecked}."])), "item")


