"""One document symbol: from the characters that a text prints to its canonical spelling."""
