"""The commands, a module each: `HELP`, `add_arguments(parser)` and `run(options) -> exit code`."""
