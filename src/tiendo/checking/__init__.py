"""Claims, figures and citations to findings. See README.md."""

from tiendo.checking.document import check_document, check_documents
from tiendo.checking.records import Finding

__all__ = ["Finding", "check_document", "check_documents"]
