"""A document to claims: every kind, in text order, with offsets in the text as given."""

from collections.abc import Iterable
from dataclasses import replace

from tiendo.reading.engine import Sentence
from tiendo.reading.engine.offsets import Normalised, normalise
from tiendo.reading.engine.records import revised
from tiendo.reading.engine.sentences import split_sentences
from tiendo.reading.records import Claim, Document
from tiendo.reading.vi.award import find_awards
from tiendo.reading.vi.citation import find_citations
from tiendo.reading.vi.context import opening_context
from tiendo.reading.vi.directive import asked_for, find_directives
from tiendo.reading.vi.headline import dated
from tiendo.reading.vi.limitation import find_limitations, without_told
from tiendo.reading.vi.numeric import read_numeric
from tiendo.reading.vi.section import is_heading
from tiendo.reading.vi.sentence import RULES
from tiendo.reading.vi.setting import settings


def read_claims(document: Document) -> tuple[Claim, ...]:
    """The claims of a document, sorted by where they start; quotes are slices of `document.text`."""
    normal = normalise(document.text)
    sentences = sentences_of(document, normal)
    claims = (_given(claim, normal, document) for claim in _found(sentences, normal.text))
    return tuple(sorted(claims, key=lambda claim: (claim.start, claim.end)))


def sentences_of(document: Document, normal: Normalised) -> tuple[Sentence, ...]:
    """The sentences of the document's blocks, in order, in the NFC text."""
    blocks = tuple(
        replace(block, start=normal.from_given(block.start), end=normal.from_given(block.end))
        for block in document.blocks
    ) if normal.lines else document.blocks
    return tuple(split_sentences(normal.text, blocks, RULES))


def _found(sentences: tuple[Sentence, ...], text: str) -> Iterable[Claim]:
    """What every finder says; the numeric walk keeps what runs on from sentence to sentence."""
    context = opening_context(text)
    headlines: list[Claim] = []
    told: list[Claim] = []
    for sentence in sentences:
        (headlines if is_heading(sentence) else told).extend(read_numeric(sentence, context))
    numeric = [*dated(headlines, told), *told]
    yield from find_citations(sentences)
    places = settings(sentences)
    yield from find_awards(sentences, places)
    directives = find_directives(sentences, places)
    yield from asked_for(numeric, directives)
    yield from without_told(find_limitations(sentences, places), directives)
    yield from directives


def _given(claim: Claim, normal: Normalised, document: Document) -> Claim:
    """The claim with offsets, quote and page of the document as given."""
    start, end = normal.to_given(claim.start), normal.to_given(claim.end)
    block = document.block_at(start)
    return revised(claim, start=start, end=end, quote=document.text[start:end], file=document.file,
                   page=block.page if block else None)
