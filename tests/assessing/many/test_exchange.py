"""Plans as tables: numbers whole and exact, figures in the order of evidence, indicators across bodies."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from assessing.stories import a_figure, a_target, figures
from tiendo.assessing.many import SCHEMAS, exchange
from tiendo.assessing.many.exchange import indicator_of
from tiendo.assessing.many.steps import Steps, decimals
from tiendo.plan import Body, Kind, Plan

TARGET = a_target(Kind.CUMULATIVE, "90", baseline="80")


@given(st.decimals(-10**9, 10**9, places=6))
def test_number_of_decimals_is_enough_and_no_more(value: Decimal) -> None:
    places = decimals(value)
    assert Decimal(Steps(10**places).of(value)).scaleb(-places) == value
    assert places == 0 or Steps(10**places).of(value) % 10


def test_every_table_is_there_even_when_empty() -> None:
    tables = exchange([Plan()])
    assert {name: table.schema for name, table in tables.items()} == dict(SCHEMAS)


def test_numbers_of_one_indicator_share_a_step() -> None:
    plan = Plan(targets=(TARGET,), figures=figures(y2021="85.25", y2022="90"))
    tables = exchange([plan])
    assert tables["targets"].select(["low", "baseline", "per_unit"]).to_pylist() == \
        [{"low": 9000, "baseline": 8000, "per_unit": 100}]
    assert tables["figures"]["value"].to_pylist() == [8525, 9000]


def test_figures_stand_in_the_order_of_evidence_with_what_replaces_them() -> None:
    wrong = a_figure("2022", "95", id="b")
    right = a_figure("2022", "88", id="a", as_of="2023-02-01", supersedes="b")
    plan = Plan(targets=(TARGET,), figures=(right, a_figure("2021", "90", id="c"), wrong))
    rows = exchange([plan])["figures"].to_pylist()
    names = ("id", "place", "no", "replaced_on", "corrects", "lower")
    assert [tuple(row[name] for name in names) for row in rows] == [
        ("c", 1, 1, None, False, False), ("b", 2, 2, date(2023, 2, 1), False, False), ("a", 3, 3, None, True, True),
    ]


def test_two_figures_of_equal_place_that_differ_are_a_tie_both_ways() -> None:
    told = (a_figure("2022", "95", id="a"), a_figure("2022", "88", id="b"), a_figure("2021", "88", id="c"))
    rows = exchange([Plan(targets=(TARGET,), figures=told)])["ties"].to_pylist()
    assert [(row["no"], row["rival"], row["key"]) for row in rows] == \
        [(2, 3, "reason_conflict"), (3, 2, "reason_conflict")]


def test_figures_of_another_body_are_no_evidence() -> None:
    other = replace(a_figure("2022", "95"), body="phuong")
    assert exchange([Plan(targets=(TARGET,), figures=(other,))])["figures"].num_rows == 0


def test_indicator_is_the_name_without_the_body() -> None:
    """"Thu ngân sách: An Giang" và "Thu ngân sách: Cà Mau" là một chỉ tiêu của hai tỉnh."""
    bodies = (Body("AG", "An Giang", "An Giang", "province"), Body("CM", "Cà Mau", "Ca Mau", "province"))
    names = {one.code: one.name_vi for one in bodies}
    targets = [replace(TARGET, body=one.code, name_vi=f"Thu ngân sách: {one.name_vi}") for one in bodies]
    assert {indicator_of(one, names) for one in targets} == {"Thu ngân sách"}
    assert indicator_of(replace(targets[0], body="CM"), names) == "Thu ngân sách: An Giang"
