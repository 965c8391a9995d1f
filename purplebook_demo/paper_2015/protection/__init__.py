"""Conferences, child protection plans, plans of children in need, visits and panels."""
