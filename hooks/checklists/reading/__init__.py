"""Files -> Guide."""
