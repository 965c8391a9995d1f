"""The words that run purplebook from another folder, for the next step that a command ends with."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path


def own_name() -> str:
    """`purplebook` where the shell finds it, else the whole path of the command that lies beside this Python."""
    if shutil.which("purplebook"):
        return "purplebook"
    beside = shutil.which("purplebook", path=str(Path(sys.executable).parent))
    return shlex.quote(beside) if beside else f"{shlex.quote(sys.executable)} -m purplebook"
