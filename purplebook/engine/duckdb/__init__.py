"""DuckDB, inside the process: the engine that a council's machine uses."""
