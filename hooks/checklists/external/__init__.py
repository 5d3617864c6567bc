"""Links to other sites: where they stand, and whether they work. Asks only when told to."""
