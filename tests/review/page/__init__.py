"""Tests of the page of a review."""
