"""Writes the indicators that each format can supply into docs/guide/formats.md, from the declarations.

python docs/formats.py            writes the section
python docs/formats.py --check    writes nothing; fails when the section is stale
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from purplebook.definitions import INDICATORS  # noqa: E402
from purplebook.outputs.supply.guide import with_section  # noqa: E402
from purplebook.results.formats import answers  # noqa: E402
from purplebook.sources.supply import format_supplies, with_all_together  # noqa: E402

PAGE = ROOT / "docs" / "guide" / "formats.md"


def formats_page() -> str:
    """The guide to formats with its section as the declarations have it now."""
    return with_section(PAGE.read_text(encoding="utf-8"), answers(INDICATORS, with_all_together(format_supplies())))


def main(check: bool) -> int:
    """Write the page when it differs, or with `check` say so; the exit code."""
    text = formats_page()
    if text == PAGE.read_text(encoding="utf-8"):
        return 0
    if check:
        print("docs/guide/formats.md is stale. Run `python docs/formats.py`.", file=sys.stderr)
        return 1
    PAGE.write_text(text, encoding="utf-8")
    print("wrote docs/guide/formats.md")
    return 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
