"""Find, explain and resolve United Nations document symbols."""
