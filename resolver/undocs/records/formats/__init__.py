"""The formats of records: one module each reads records, `detect` recognizes the format of a file."""
