"""What turns bytes of any format into text."""
