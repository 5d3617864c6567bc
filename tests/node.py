"""Runs scripts under Node.js, beside the modules of overrides/assets that they try."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.project import ROOT

NODE = Path(sys.executable).with_name("node")


def run_node(script: Path, given: object, zone: str = "Europe/Oslo") -> bytes:
    """What a script writes when it is given JSON to read, in a time zone."""
    return subprocess.run(
        [NODE, script],
        cwd=ROOT,
        env=os.environ | {"TZ": zone},
        input=json.dumps(given).encode(),
        capture_output=True,
        check=True,
    ).stdout
