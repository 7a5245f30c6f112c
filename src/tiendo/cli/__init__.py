"""The commands. Each makes one call and shows a value; exit codes stand in one table (`exits`)."""

import sys
from collections.abc import Sequence

__all__ = ["main"]

_INTERRUPTED = 130  # `exits.Exit.INTERRUPTED`, which is not loaded yet when somebody is that quick


def main(words: Sequence[str] | None = None) -> None:
    """Run the command line; Ctrl+C while it is still being loaded ends it as quietly as later."""
    try:
        from tiendo.cli.app import main as run  # noqa: PLC0415 - loading takes a while, and Ctrl+C may come meanwhile
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    run(words)
