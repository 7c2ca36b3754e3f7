"""`python -m netdesk`: the same as the command `netdesk`."""

from netdesk.app.main import main

if __name__ == "__main__":
    raise SystemExit(main())
