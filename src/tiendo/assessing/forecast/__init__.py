"""The outlook of a target: where its own figures lead, beside its standing and never in its place."""
