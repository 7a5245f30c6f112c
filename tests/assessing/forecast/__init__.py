"""Tests of tiendo.assessing.forecast."""
