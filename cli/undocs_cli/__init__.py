"""The undocs command."""

import gc

# A command makes many objects as it starts and keeps them: nothing is gained by looking for garbage among these.
gc.set_threshold(100_000)
