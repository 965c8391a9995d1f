"""The data-quality page of a snapshot: a few lines, one HTML file, or a workbook."""
