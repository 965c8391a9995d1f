"""Every local register there is, in the order in which they are shown."""

from __future__ import annotations

from purplebook.registers.children import CHILDREN_REGISTERS
from purplebook.registers.declare import Register
from purplebook.registers.front_door import FRONT_DOOR_REGISTERS
from purplebook.registers.people import PEOPLE_REGISTERS
from purplebook.registers.quality import QUALITY_REGISTERS

REGISTERS: tuple[Register, ...] = (
    *FRONT_DOOR_REGISTERS,
    *CHILDREN_REGISTERS,
    *QUALITY_REGISTERS,
    *PEOPLE_REGISTERS,
)


def find_register(name: str) -> Register | None:
    """The register of this name, or also called so; None when there is none."""
    wanted = name.strip().casefold().replace("_", "-").replace(" ", "-")
    return next((register for register in REGISTERS if wanted in (register.name, *register.also_called)), None)
