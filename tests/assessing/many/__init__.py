"""The definition on columns: equal to one.py, added up, ranked, carried over."""
