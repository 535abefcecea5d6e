"""Web sites on this computer, for tests of what asks the network."""
import http.server
import threading
import time
import unittest
from email.utils import formatdate

from support import CliTest


def page(count):
    return (200, {"Content-Type": "text/plain"}, f"Farmers killed in raid, {count}\n\n"
            f"Gunmen killed {count} farmers near the Nigerian town of Bama on Wednesday, a local official said.\n")


def rss(items, title="Valley Courier"):
    """A feed of (link, title) pairs; a link that is None is left out."""
    entries = "".join("<item><title>{}</title>{}<pubDate>Fri, 03 May 2019 10:00:00 +0100</pubDate></item>".format(
        name, "" if link is None else f"<link>{link}</link><guid>{link}</guid>") for link, name in items)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{entries}</channel></rss>'


class Site(http.server.ThreadingHTTPServer):
    """Answers from `routes`: path to body, (status, headers, body), or a function of the request handler."""
    daemon_threads = True

    def __init__(self):
        self.routes = {}
        self.asked = []  # (path, headers, time), in order
        super().__init__(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()

    def url(self, path):
        return f"http://127.0.0.1:{self.server_port}{path}"

    def count(self, path):
        return sum(asked[0] == path for asked in self.asked)

    def handle_error(self, request, client_address):
        pass  # clients that hang up are what these tests are about


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.0"

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers), time.monotonic()))
        route = self.server.routes.get(self.path)
        if callable(route):
            route = route(self)
        elif route is None:
            route = (404, {}, "nothing here")
        elif not isinstance(route, tuple):
            route = (200, {}, route)
        if route is None:
            return  # the function has answered
        status, headers, body = route
        body = body if isinstance(body, bytes) else body.encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if "Content-Type" not in headers:
            self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def begin(self, content_type):
        """An answer whose end is open."""
        self.send_response(200)
        self.send_header("Content-Type", content_type)
        self.end_headers()

    def log_message(self, *_):
        pass


class SiteTest(CliTest):
    """Tests with a site, and the options that make the program ask it without waiting."""
    FAST = ("--allow-private", "--per-host-wait", "0")

    def setUp(self):
        super().setUp()
        self.site = self.new_site()

    def new_site(self):
        site = Site()
        self.addCleanup(site.server_close)
        self.addCleanup(site.shutdown)
        return site


def in_an_hour():
    return formatdate(time.time() + 3600, usegmt=True)


if __name__ == "__main__":
    unittest.main()
