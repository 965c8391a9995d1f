"""The records of a snapshot: how they are opened, what was known on a day, and what is asked of them row by row.

Every question about records that is no figure is asked here, so that SQL and connections stand in one room.
"""
