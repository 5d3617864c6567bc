"""The built site: what only the templates, the theme and the configuration can break."""
