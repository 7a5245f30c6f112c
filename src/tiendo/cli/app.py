"""The `tiendo` command."""


def main() -> None:
    """Run the command line."""
