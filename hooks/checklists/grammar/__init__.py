"""What reader and renderer share: attribute lists, boxes, ids, addresses, sentences. Pure text."""
