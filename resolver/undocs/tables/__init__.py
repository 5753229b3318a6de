"""What the data files say: each fact about the United Nations once, with its source and an example beside it."""
