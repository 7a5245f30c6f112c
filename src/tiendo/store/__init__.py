"""The register's rows and the only SQL. See README.md. Nothing here imports Django until the store is opened."""

__all__: list[str] = []
