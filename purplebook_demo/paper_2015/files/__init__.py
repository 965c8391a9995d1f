"""The files a council would hand over, made of its records."""
