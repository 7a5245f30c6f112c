"""The engine: sentences, rules and how they run. It knows no language; `reading.vi` does."""

from tiendo.reading.engine.records import Sentence

__all__ = ["Sentence"]
