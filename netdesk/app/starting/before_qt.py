"""What the window needs and Qt has no part in: imported first, because it is slower afterwards.

PySide looks into the source of every module imported after it, to see whether it is used there. That is a
twentieth of the start; importing this module before PySide saves it.
"""

import html
import logging.handlers
import tomllib

import netdesk.app.watching.logs
import netdesk.background.lanes
import netdesk.services.contacts
import netdesk.services.counts
import netdesk.services.levels
import netdesk.services.markets
import netdesk.services.palette
import netdesk.services.saved_filters
import netdesk.services.selection
import netdesk.services.tags
import netdesk.services.today
import netdesk.services.workspaces

__all__ = ["html", "logging", "netdesk", "tomllib"]
