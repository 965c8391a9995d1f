"""`python -m purplebook` is the same as `purplebook`."""

from purplebook.cli import main

main()
