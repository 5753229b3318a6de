"""One file a command: options, the library, rows, a format."""
