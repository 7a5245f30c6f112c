"""Where the parts become one running site: settings, addresses, server. See README.md."""

__all__: list[str] = []
