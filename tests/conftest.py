"""What all tests share: a day that stays the same, so that none of them grows old."""

import os
from datetime import UTC, datetime

TODAY = datetime(2026, 11, 25, 12, tzinfo=UTC)
os.environ["SOURCE_DATE_EPOCH"] = str(int(TODAY.timestamp()))
