"""Thin commands over the rooms below."""
