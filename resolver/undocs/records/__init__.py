"""What the UN services and the local catalogue know of a document."""
