"""The commands, one module each: options, a call of the library, rows, a format. No command imports another."""
