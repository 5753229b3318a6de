"""Mentions in texts of any length and in many files."""
