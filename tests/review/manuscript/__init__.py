"""Tests of a review an office writes on."""
