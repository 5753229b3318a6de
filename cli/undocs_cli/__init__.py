"""The undocs command."""
