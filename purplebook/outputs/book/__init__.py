"""The purple book as files: frozen tables, one page to read, and a workbook."""
