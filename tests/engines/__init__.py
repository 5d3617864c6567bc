"""The three uses of the guide in Firefox ESR and WebKitGTK, as Debian ships them."""
