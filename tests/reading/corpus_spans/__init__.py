"""Held-out passages for the span rules, and how agreement with them is counted."""
