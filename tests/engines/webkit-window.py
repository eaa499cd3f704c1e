#!/usr/bin/python3
"""A window of WebKitGTK for WebKitWebDriver to drive; what it stores stays in the folder given as the first argument.

MiniBrowser's own automation is a private session: it refuses files in IndexedDB and keeps nothing.
"""

import os
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

folder = sys.argv[1]
data = WebKit2.WebsiteDataManager(
    base_data_directory=os.path.join(folder, "data"), base_cache_directory=os.path.join(folder, "cache")
)
context = WebKit2.WebContext.new_with_website_data_manager(data)
context.set_automation_allowed(True)

settings = WebKit2.Settings()
# Errors of pages and workers are read there by the driver.
settings.set_enable_write_console_messages_to_stdout(True)
settings.set_enable_webgl(True)
settings.set_hardware_acceleration_policy(WebKit2.HardwareAccelerationPolicy.ALWAYS)

view = WebKit2.WebView(web_context=context, settings=settings, is_controlled_by_automation=True)
window = Gtk.Window(default_width=1440, default_height=900)
window.add(view)
window.show_all()
window.connect("destroy", Gtk.main_quit)


def start(_context, session):
    about = WebKit2.ApplicationInfo()
    about.set_name("chentu")
    about.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
    session.set_application_info(about)
    session.connect("create-web-view", lambda _session: view)


context.connect("automation-started", start)
Gtk.main()
