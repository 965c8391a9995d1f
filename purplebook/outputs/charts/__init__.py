"""Our own charts, drawn as SVG: the same drawing goes to the page, the PDF and, as a picture, to Word."""
