"""The sources of records: a module each, listed in the registry."""
