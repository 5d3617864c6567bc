"""How the built site is handed to a host."""
