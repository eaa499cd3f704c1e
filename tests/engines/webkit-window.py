#!/usr/bin/python3
"""A window of WebKitGTK for WebKitWebDriver to drive; what it stores stays in the folder given as the first argument, or
nowhere where the second is "private"; what it prints is written into that folder.

MiniBrowser's own automation is a private session: it refuses files in IndexedDB and keeps nothing.
"""

import os
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

folder, kind = sys.argv[1:3]
os.makedirs(folder, exist_ok=True)
if kind == "private":
    context = WebKit2.WebContext.new_ephemeral()
else:
    data = WebKit2.WebsiteDataManager(
        base_data_directory=os.path.join(folder, "data"), base_cache_directory=os.path.join(folder, "cache")
    )
    context = WebKit2.WebContext.new_with_website_data_manager(data)
context.set_automation_allowed(True)

settings = WebKit2.Settings()
# Errors of pages and workers are read there by the driver.
settings.set_enable_write_console_messages_to_stdout(True)
settings.set_enable_webgl(True)
# A page that is kept for going back holds its databases open.
settings.set_enable_page_cache(False)
settings.set_hardware_acceleration_policy(WebKit2.HardwareAccelerationPolicy.ALWAYS)

view = WebKit2.WebView(web_context=context, settings=settings, is_controlled_by_automation=True)
window = Gtk.Window(default_width=1440, default_height=900)
window.add(view)
window.show_all()
window.connect("destroy", Gtk.main_quit)


def print_to_file(asked, _property):
    """Prints the page into the folder where its title asks for it: a page that is driven prints nothing by itself."""
    if asked.get_title() != "print this page":
        return
    path = os.path.join(folder, "printed.pdf")
    chosen = Gtk.PrintSettings()
    chosen.set_printer("Print to File")
    chosen.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    chosen.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, GLib.filename_to_uri(path + ".part"))
    operation = WebKit2.PrintOperation.new(asked)
    operation.set_print_settings(chosen)
    # Under its name only when it is whole.
    operation.connect("finished", lambda _operation: os.rename(path + ".part", path))
    operation.print_()


view.connect("notify::title", print_to_file)


def start(_context, session):
    about = WebKit2.ApplicationInfo()
    about.set_name("chentu")
    about.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
    session.set_application_info(about)
    session.connect("create-web-view", lambda _session: view)


context.connect("automation-started", start)
Gtk.main()
