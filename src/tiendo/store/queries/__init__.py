"""Read models: what pages, commands and programs show, as frozen records. Nothing here changes a row."""

__all__: list[str] = []
