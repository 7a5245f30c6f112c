"""Other published ways of saying how far, for those who must report by them. None of them sets a standing."""

from tiendo.assessing.methods.pilote import pilote_rate
from tiendo.assessing.methods.sdg import SdgIndicator, SdgProgress, SdgSeries, SdgStatus, sdg_indicator, sdg_progress
from tiendo.assessing.methods.time_share import TimeShare, time_share

__all__ = [
    "SdgIndicator", "SdgProgress", "SdgSeries", "SdgStatus", "TimeShare", "pilote_rate", "sdg_indicator",
    "sdg_progress",
    "time_share",
]
