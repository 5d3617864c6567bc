"""What all tests share: a day that stays the same, so that none grows old, and no haste."""

import os
from datetime import UTC, datetime

from hypothesis import settings

TODAY = datetime(2026, 11, 25, 12, tzinfo=UTC)
os.environ["SOURCE_DATE_EPOCH"] = str(int(TODAY.timestamp()))
settings.register_profile("steady", derandomize=True, deadline=None, max_examples=300)
settings.load_profile("steady")
