"""What writes for an author: new pages, missing ids, the list of permalinks."""
