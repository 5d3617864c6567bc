"""The built site on real hosts, with the headers that the build writes for them."""
