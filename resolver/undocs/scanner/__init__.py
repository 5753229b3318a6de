"""Document symbols in running text."""
