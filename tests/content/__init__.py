"""The real content: what holds for any that somebody may write. No page and no day is named."""
