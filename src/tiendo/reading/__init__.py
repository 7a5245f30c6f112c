"""Documents to text with places to claims. See README.md."""

from tiendo.reading.records import Block, BlockKind, Claim, ClaimKind, Document

__all__ = ["Block", "BlockKind", "Claim", "ClaimKind", "Document"]
