"""Tests of the open API."""
