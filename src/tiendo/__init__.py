"""tiendo: from a resolution's targets and the units' prose reports to a review with sourced numbers."""

__version__ = "0.1.0"
__all__ = ["__version__"]
