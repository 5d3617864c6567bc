"""Guide -> site: the Markdown extension, views for templates, exports, redirects."""
