"""Tests of the room review, path for path."""
