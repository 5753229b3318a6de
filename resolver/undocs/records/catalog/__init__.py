"""The local catalog: an SQLite file of records that the user imported."""
