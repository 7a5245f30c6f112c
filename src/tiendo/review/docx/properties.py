"""The document's own properties: what it is, whose, in which language; nothing about the machine that made it."""

from datetime import UTC, datetime

from docx.document import Document as WordDocument

from tiendo.review.docx.fields import summary
from tiendo.review.naming import Naming
from tiendo.review.records import Review
from tiendo.words import say

LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}


def set_properties(word: WordDocument, review: Review, form: str) -> None:
    """Title, author (the body), subject, language; the day of the data as the day of making."""
    names = Naming(review.plan, review.lang)
    kept = word.core_properties
    kept.title = f"{say('review.form_kind', review.lang).capitalize()}: {summary(review)}"[:255]
    kept.author = kept.last_modified_by = names.body(review.plan.body)
    kept.subject = review.plan.title_vi[:255]
    kept.language = LANGUAGES[review.lang]
    kept.created = kept.modified = datetime(review.as_of.year, review.as_of.month, review.as_of.day, tzinfo=UTC)
    kept.comments, kept.keywords, kept.category, kept.revision = "", "", form, 1
