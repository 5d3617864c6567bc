"""Checklists in Markdown: parse them, check them, render them. Knows nothing of MkDocs."""
