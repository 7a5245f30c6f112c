"""A review an office writes on: its prose by paragraphs, every number a token bound to the ledger. See README.md."""

__all__: list[str] = []
