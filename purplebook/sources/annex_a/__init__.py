"""Ofsted's Annex A workbook (being written: nothing is recognised yet)."""

NAME = "annex-a"
TITLE = "Annex A"


def recognise(file):
    """Nothing yet."""
    return False
