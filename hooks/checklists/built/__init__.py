"""Built site -> findings."""
