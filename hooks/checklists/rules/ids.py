"""What an id may look like."""

import re

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
ID_HELP = "use lower-case letters, digits and single hyphens, starting with a letter"
