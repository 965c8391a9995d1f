"""Writes the indicators that each format can supply into docs/guide/formats.md, from the declarations.

python docs/formats.py            writes the section
python docs/formats.py --check    writes nothing; fails when the section is stale
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from docs.kept import keep  # noqa: E402
from purplebook.definitions import INDICATORS  # noqa: E402
from purplebook.outputs.supply.guide import with_section  # noqa: E402
from purplebook.results.formats import answers  # noqa: E402
from purplebook.sources.supply import format_supplies, with_all_together  # noqa: E402

PAGE = ROOT / "docs" / "guide" / "formats.md"


def formats_page() -> str:
    """The guide to formats with its section as the declarations have it now."""
    return with_section(PAGE.read_text(encoding="utf-8"), answers(INDICATORS, with_all_together(format_supplies())))


if __name__ == "__main__":
    sys.exit(keep(PAGE, formats_page(), script="docs/formats.py", check="--check" in sys.argv[1:]))
