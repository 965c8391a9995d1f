"""The fonts that every output is drawn with, shipped so that a paper looks the same on each machine."""

from pathlib import Path

FONT_FOLDER = Path(__file__).parent
FONT_FAMILY = "Liberation Sans"
