"""What an id, and the key of a page, may look like."""

import re

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
KEY = re.compile(rf"{ID.pattern}(?:/{ID.pattern})*")
ID_HELP = "use lower-case letters, digits and single hyphens, starting with a letter"
