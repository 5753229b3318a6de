"""The sources of records: one module each, listed in the registry."""
