"""Keeps the checks out of private networks: a link is not a way to look around in one."""

from ipaddress import IPv6Address, ip_address
from socket import AddressFamily

from aiohttp.abc import AbstractResolver, ResolveResult


class PrivateAddressError(Exception):
    """A name or an address leads into a private network."""


def is_public(address: str) -> bool:
    """Whether an IP address, as text, is one of the open internet."""
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    return ip.is_global and not ip.is_multicast


def refuse_private_literal(host: str) -> None:
    """Raise PrivateAddressError for a private IP address: no name, so nobody resolves it."""
    try:
        is_refused = not is_public(host)
    except ValueError:  # a name
        return
    if is_refused:
        raise PrivateAddressError(host)


class PublicResolver(AbstractResolver):
    """Resolves names, to public addresses only.

    What it returns is what is connected to, so a name cannot change its mind in between.
    """

    def __init__(self, resolver: AbstractResolver) -> None:
        self._resolver = resolver

    async def resolve(
        self, host: str, port: int = 0, family: AddressFamily = AddressFamily.AF_INET
    ) -> list[ResolveResult]:
        """Raises OSError for an unknown name, PrivateAddressError for a private one."""
        found = await self._resolver.resolve(host, port, family)
        public = [each for each in found if is_public(each["host"])]
        if not public:
            raise PrivateAddressError(f"{host} ({found[0]['host']})" if found else host)
        return public

    async def close(self) -> None:
        """Close the resolver below."""
        await self._resolver.close()
