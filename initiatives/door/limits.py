"""How much may be sent in an hour: from one network, to one recipient, in all.

Counted in the cache of the process, under digests that change every hour: no address is kept.
"""

import ipaddress
import time

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from hub.security import visitor_address

SALT = "initiatives.door.limits"
HOUR = 3600
# A school or a company is one network: enough for a meeting at which everybody signals something.
MOST_FROM_A_NETWORK = 15
# The receipt goes to an address that anybody may type.
MOST_TO_A_RECIPIENT = 5
MOST_IN_ALL = 150
# A household or a server has a whole /64 of IPv6; an operator gives a /48 or a /56.
NETWORK_BITS = {4: 24, 6: 48}


def is_allowed(request: HttpRequest, recipient: str) -> bool:
    """Count one more thing sent, and tell whether it is within all limits."""
    counted = {("all", ""): MOST_IN_ALL}
    if network := network_of(request):
        counted["network", network] = MOST_FROM_A_NETWORK
    if recipient:
        counted["recipient", recipient.casefold()] = MOST_TO_A_RECIPIENT
    # Each is counted, even where an earlier one is over its limit.
    return all([_count(*what) <= most for what, most in counted.items()])  # noqa: C419


def network_of(request: HttpRequest) -> str:
    """Return the network that the visitor comes from; empty where it is not known."""
    address = visitor_address(request)
    if address is None:
        return ""
    network = ipaddress.ip_network((address, NETWORK_BITS[address.version]), strict=False)
    return str(network)


def _count(scope: str, value: str) -> int:
    hour = int(time.time()) // HOUR
    digest = salted_hmac(SALT, f"{scope} {hour} {value}", algorithm="sha256").hexdigest()
    key = f"door:{digest[:32]}"
    cache.add(key, 0, timeout=HOUR)
    try:
        return cache.incr(key)
    except ValueError:  # thrown out of a full cache between the two
        return 1
