"""The picture of the scoreboard in the README: the top of the example's review.html, taken by a real browser.

Run after a change of the page: `.venv/bin/python -m tools.picture` (needs Debian's chromium).
"""

import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from playwright.sync_api import sync_playwright

from tiendo.usecases.review_folder import review_folder

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "docs" / "pictures" / "scoreboard.png"
DAY = date(2022, 3, 31)  # the day with lagging, unproven and missing targets
WIDTH, HEIGHT = 1240, 960


def main() -> int:
    """Write the picture; 1 where there is no browser."""
    browser = shutil.which("chromium")
    if browser is None:
        sys.stderr.write("no chromium: install Debian's package chromium\n")
        return 1
    TARGET.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        review_folder(folder=ROOT / "examples" / "quan-song-to", as_of=DAY, out=Path(folder))
        window = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        page = window.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto((Path(folder) / "review.html").as_uri())
        page.screenshot(path=TARGET)
        window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
