"""What WordPress does with the oEmbed description of a site that it does not know.

After wp-includes/embed.php (`wp_filter_oembed_result`) and wp-includes/js/wp-embed.js of WordPress
6 (GPL-2.0-or-later), told again in few words: what is kept of the HTML, and what the page of the
host then does with the messages of the frame.
"""

import re
from html import escape, unescape
from html.parser import HTMLParser

ALLOWED = {
    "a": {"href"},
    "blockquote": set(),
    "iframe": {
        "src", "width", "height", "frameborder", "marginwidth", "marginheight", "scrolling",
        "title",
    },
}  # fmt: skip
LARGEST_HEAD = 153_600  # bytes of a page in which the link is looked for (WP_oEmbed::discover)


class _Kses(HTMLParser):
    """Tags and attributes that are allowed, texts, nothing else (`wp_kses`)."""

    def __init__(self, html, allowed):
        super().__init__(convert_charrefs=False)
        self.allowed, self.kept = allowed, []
        self.feed(html)
        self.close()

    def handle_starttag(self, name, attributes):
        if name in self.allowed:
            kept = [(key, escape(value or "")) for key, value in attributes]
            kept = [f' {key}="{value}"' for key, value in kept if key in self.allowed[name]]
            self.kept.append(f"<{name}{''.join(kept)}>")

    def handle_endtag(self, name):
        if name in self.allowed:
            self.kept.append(f"</{name}>")

    def handle_data(self, text):
        self.kept.append(text)

    def handle_entityref(self, name):
        self.kept.append(f"&{name};")

    def handle_charref(self, name):
        self.kept.append(f"&#{name};")


def discover(html):
    """Return the address of the description that the head of a page declares, None without one."""
    head = html[:LARGEST_HEAD].partition("</head>")[0]
    for link in re.findall(r"<link([^<>]+)/?>", head, re.IGNORECASE):
        attributes = dict(re.findall(r'([\w-]+)="([^"]*)"', link))
        if attributes.get("type") == "application/json+oembed" and attributes.get("href"):
            return unescape(attributes["href"])
    return None


def filter_result(html, secret="s3cr3tS3cr"):
    """Return what WordPress writes in its page; None where nothing can be kept."""
    html = "".join(_Kses(html, ALLOWED).kept)
    found = re.search(
        r"(<blockquote>.*?</blockquote>)?.*(<iframe.*?></iframe>)", html, re.DOTALL | re.MULTILINE
    )
    if not found:
        return None
    html = (found[1] or "") + found[2]
    source = re.search(r""" src=(['"])(.*?)\1""", html)
    if source:
        quote, address = source[1], f"{source[2]}#?secret={secret}"
        kept = f" src={quote}{address}{quote} data-secret={quote}{secret}{quote}"
        html = html.replace(source[0], kept)
        html = html.replace("<blockquote", f'<blockquote data-secret="{secret}"')
    if found[1]:
        html = html.replace("<iframe", '<iframe style="position: absolute; visibility: hidden;"')
        html = html.replace("<blockquote", '<blockquote class="wp-embedded-content"')
    return html.replace(
        "<iframe",
        '<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"',
    )


HOST_SCRIPT = """
window.addEventListener("message", (event) => {
  const data = event.data;
  if (!data || !(data.secret || data.message || data.value)) return;
  if (/[^a-zA-Z0-9]/.test(data.secret)) return;
  const has = `[data-secret="${data.secret}"]`;
  for (const one of document.querySelectorAll(`blockquote${has}`)) one.style.display = "none";
  for (const frame of document.querySelectorAll(`iframe${has}`)) {
    if (event.source !== frame.contentWindow) continue;
    frame.removeAttribute("style");
    if (data.message === "height") {
      const height = parseInt(data.value, 10);
      frame.height = height > 1000 ? 1000 : ~~height < 200 ? 200 : height;
    } else if (data.message === "link") {
      const from = new URL(frame.getAttribute("src"));
      const to = new URL(data.value);
      const isWeb = /^https?:$/i.test(to.protocol);
      if (isWeb && to.host === from.host && document.activeElement === frame) {
        window.top.location.href = data.value;
      }
    }
  }
});
document.addEventListener("DOMContentLoaded", () => {
  for (const frame of document.querySelectorAll("iframe.wp-embedded-content")) {
    const secret = frame.getAttribute("data-secret");
    frame.contentWindow.postMessage({ message: "ready", secret }, "*");
  }
});
"""


def host_page(html):
    """Return a page of WordPress that holds what it has kept."""
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Partenaire</title>
<style>.wp-embedded-content {{ max-width: 100% }}</style><script>{HOST_SCRIPT}</script></head>
<body><main><h1>Partenaire</h1>{html}</main></body></html>"""
