"""Writes the files of the invented council into a folder: `python -m purplebook_demo.paper_2015 OUT`."""

from __future__ import annotations

import sys
from pathlib import Path

from purplebook_demo.paper_2015.files.write_files import write_demo_files
from purplebook_demo.paper_2015.generate import everything

if __name__ == "__main__":
    write_demo_files(Path(sys.argv[1]), everything())
