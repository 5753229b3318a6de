"""The undocs command."""

import gc

# A command makes many objects as it starts and keeps them: looking for garbage among these takes a tenth of the start.
gc.set_threshold(100_000)
