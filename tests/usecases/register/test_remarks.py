"""Beside a figure: remarks, proof, another value."""

from decimal import Decimal
from pathlib import Path

import pytest

from stories import NOW, Story, story
from tiendo.errors import RegisterError
from tiendo.store import models as rows
from tiendo.store.queries.figures import EvidenceView, OpinionView, RemarkView, evidence_file, remarks_of
from tiendo.store.queries.plans import file_bytes, whole_plan
from tiendo.usecases.register.files import MEDIA
from tiendo.usecases.register.remarks import attach_evidence, comment, give_opinion

pytestmark = pytest.mark.usefixtures("register")
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 20


@pytest.fixture
def people(tmp_path: Path) -> Story:
    return story(tmp_path)


def poverty(people: Story) -> int:
    return rows.Figure.objects.get(plan=people.plan, code="TN/22b").pk


def test_remark_proof_and_second_opinion_stand_beside_the_figure(people: Story) -> None:
    figure, before = poverty(people), whole_plan(people.plan)
    comment(call=people.call("leader"), figure=figure, text=" Làm rõ cách tính ")
    number = attach_evidence(call=people.call("reporter"), figure=figure, name="ảnh.png", data=PNG, limit=1000)
    give_opinion(call=people.call("superior"), figure=figure, value=Decimal("78.8"), motive="Số của Cục Thống kê",
                 method="Điều tra mức sống")
    remarks, evidence, opinions = remarks_of(figure)
    assert remarks == (RemarkView("Làm rõ cách tính", NOW, "Bí thư"),)
    assert evidence == (EvidenceView(number, "ảnh.png", "png", evidence[0].sha256, len(PNG), NOW,
                                     "Chuyên viên Văn phòng"),)
    assert opinions == (OpinionView("T", "Thành phố", Decimal("78.8"), "Số của Cục Thống kê", "Điều tra mức sống", NOW,
                                    "Chuyên viên Thành ủy"),)
    assert whole_plan(people.plan) == before
    assert (evidence_file(number), file_bytes(evidence[0].sha256)) == ((figure, evidence[0]), PNG)


def test_the_same_file_twice_is_kept_once(people: Story) -> None:
    for name in ("a.png", "b.png"):
        attach_evidence(call=people.call("reporter"), figure=poverty(people), name=name, data=PNG, limit=1000)
    assert rows.Blob.objects.filter(evidence__figure=poverty(people)).distinct().count() == 1


def test_remarks_without_words_are_refused(people: Story) -> None:
    figure = poverty(people)
    with pytest.raises(RegisterError) as first:
        comment(call=people.call("leader"), figure=figure, text=" ")
    with pytest.raises(RegisterError) as second:
        give_opinion(call=people.call("superior"), figure=figure, value=Decimal(1), motive="", method="x")
    assert [one.code for caught in (first, second) for one in caught.value.problems] == ["S210", "S210"]


def test_no_page_somebody_sent_is_handed_back_as_a_page() -> None:
    assert {kind for kind, media in MEDIA.items() if "html" in media or "svg" in media or "script" in media} == set()
