"""The `undocs` command: options in, the library's results out, in one of several formats."""

import gc

# Start-up creates many objects that live until the end: collecting garbage that early would only cost time.
gc.set_threshold(100_000)
