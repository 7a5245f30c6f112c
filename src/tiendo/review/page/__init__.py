"""review.html: the scoreboard, each target's file, the rest of the review and the ledger in one page. See README.md."""

from tiendo.review.page.render import page

__all__ = ["page"]
