"""Built pages -> what they point to, and what can be pointed at."""
