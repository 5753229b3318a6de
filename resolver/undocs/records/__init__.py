"""Records of documents: what the services of the UN and the local catalog know of a symbol."""
