"""A real browser that lays a page out in a width and answers what it measures; a test without one is skipped."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


def measured(page: str, *, width: int, asked: str, folder: Path) -> Any:
    """The answer of some JavaScript about a page that is laid out `width` pixels wide; `page` is its document."""
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        pytest.skip("needs Chromium to lay out a page")
    # A window cannot be as narrow as a phone, a frame can.
    frame = folder / "frame.html"
    frame.write_text(
        f'<iframe id="frame" style="width:{width}px;height:800px;border:0" srcdoc="{html.escape(page)}"></iframe>'
        "<script>document.getElementById('frame').onload = event => { const page = event.target.contentDocument; "
        f"document.title = JSON.stringify({asked}); }}</script>",
        encoding="utf-8",
    )
    words = [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile"]
    words += ["--virtual-time-budget=10000", "--dump-dom", frame.as_uri()]
    done = subprocess.run(words, check=True, capture_output=True, timeout=300)
    title = re.search(r"<title>(.*?)</title>", done.stdout.decode(), re.DOTALL)
    assert title, "the browser laid nothing out"
    return json.loads(html.unescape(title[1]))
