"""What reading and rendering share: item syntax, attribute lists, the Markdown extension."""
