"""Documents to text with places to claims. See README.md."""

from tiendo.reading.claim_json import claim_record
from tiendo.reading.read import read_claims
from tiendo.reading.records import Block, BlockKind, Claim, ClaimKind, Document

__all__ = ["Block", "BlockKind", "Claim", "ClaimKind", "Document", "claim_record", "read_claims"]
