"""What a symbol says: its parts, the documents it belongs to, where its text is."""
