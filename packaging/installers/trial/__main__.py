"""`python -m installers.trial [DEB] [TAR.GZ]`: the proof as a command."""

from __future__ import annotations

import sys

from installers.trial.journey import main

if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
