"""The formats an office keeps, one module each, behind the one door `reading.files`. See README.md."""

__all__: list[str] = []
