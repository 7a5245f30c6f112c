"""The open API: figures in and out over HTTP with a token. See README.md."""

__all__: list[str] = []
