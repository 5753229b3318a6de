"""The formats that records come in."""
