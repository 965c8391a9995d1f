"""Ofsted's Annex A (2024 layout): the words of its lists, and the workbook."""
