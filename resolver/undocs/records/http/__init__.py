"""The client for the services of the United Nations."""
