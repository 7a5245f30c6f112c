"""The design system both kinds of pages are drawn with: tokens, parts, templates, how values are shown."""

__all__: list[str] = []
