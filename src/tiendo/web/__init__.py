"""The pages: `desk` for those who sign in, `board` for everybody. See README.md."""

__all__: list[str] = []
