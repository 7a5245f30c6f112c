"""A document to claims: every kind, in text order, with offsets in the text as given."""

from dataclasses import replace

from tiendo.reading.engine.offsets import normalise
from tiendo.reading.engine.sentences import split_sentences
from tiendo.reading.records import Claim, Document
from tiendo.reading.vi.context import opening_context
from tiendo.reading.vi.numeric import read_numeric
from tiendo.reading.vi.sentence import RULES


def read_claims(document: Document) -> tuple[Claim, ...]:
    """The claims of a document, sorted by where they start; quotes are slices of `document.text`."""
    normal = normalise(document.text)
    blocks = tuple(
        replace(block, start=normal.from_given(block.start), end=normal.from_given(block.end))
        for block in document.blocks
    ) if normal.lines else document.blocks
    context = opening_context(normal.text)
    claims: list[Claim] = []
    for sentence in split_sentences(normal.text, blocks, RULES):
        for claim in read_numeric(sentence, context):
            start, end = normal.to_given(claim.start), normal.to_given(claim.end)
            claims.append(replace(claim, start=start, end=end, quote=document.text[start:end], file=document.file, page=sentence.block.page))
    return tuple(sorted(claims, key=lambda claim: (claim.start, claim.end)))
