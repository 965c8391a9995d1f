"""Audits, complaints and compliments, supervision."""
