"""Run every benchmark of this folder in one run: `make bench`, or `python bench/run.py NAME...` for some.

Each module has a function `run()` that prints its own table: ours beside a peer and the limit, medians and ratios.
Machines are noisy: the ratio within one run is the figure, not the seconds.
"""

import importlib
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main(names: list[str]) -> int:
    """Run the benchmarks named, or all of them; 2 when a name is unknown."""
    known = sorted(path.stem for path in HERE.glob("*.py") if path.stem != "run" and path.stem[0] != "_")
    unknown = sorted(set(names) - set(known))
    if unknown:
        print(f"no such benchmark: {', '.join(unknown)}; there are: {', '.join(known)}", file=sys.stderr)
        return 2
    sys.path.insert(0, str(HERE))
    for name in names or known:
        module = importlib.import_module(name)
        print(f"\n== {name}: {(module.__doc__ or '').splitlines()[0]}\n", flush=True)
        module.run()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
