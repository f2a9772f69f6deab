"""``python -m shieldmap``: the command line, where no script of that name is on the path."""

from shieldmap.cli import main

main()
