"""Claims, figures and citations to findings. See README.md."""

from tiendo.checking.records import Finding

__all__ = ["Finding"]
