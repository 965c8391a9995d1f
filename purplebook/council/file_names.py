"""What the files of a council's folder are called, beside the one that says whose it is."""

STANDARDS, TARGETS, EVENTS, BASELINES, COMMENTARY = (
    f"{name}.toml" for name in ("standards", "targets", "events", "baselines", "commentary")
)
COUNCIL_FILE, OLD_FILE, STORE_FOLDER = "council.toml", "purplebook.toml", "store"
FILES = (STANDARDS, TARGETS, EVENTS, BASELINES, COMMENTARY)
ONCE_IN_THE_STORE = (TARGETS, BASELINES, COMMENTARY)
"""Files that an earlier purplebook kept in the folder of the store."""
PAPERS, DEFINITIONS = "papers", "definitions"
