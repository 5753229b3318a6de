"""`python -m undocs` is the command `undocs`."""

from undocs_cli.app import main

main()
