"""Ofsted's Annex A (2024 layout), written from the records as they were known on a day."""

from purplebook.outputs.annex_a.write import annex_a_bytes

__all__ = ["annex_a_bytes"]
