"""The acts of the register: permission, transaction, log line. See ../README.md. Import an act from its module."""

__all__: list[str] = []
