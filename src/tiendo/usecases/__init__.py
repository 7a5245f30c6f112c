"""One keyword-only function an act: what a door calls. See README.md."""

__all__: list[str] = []
