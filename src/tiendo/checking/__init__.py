"""Claims, figures and citations to findings. See README.md."""

from tiendo.checking.document import check_document, check_documents
from tiendo.checking.records import Finding
from tiendo.checking.whole_plan import plan_findings_of

__all__ = ["Finding", "check_document", "check_documents", "plan_findings_of"]
