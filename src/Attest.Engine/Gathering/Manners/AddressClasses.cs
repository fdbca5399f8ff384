using System.Net;

namespace Attest.Engine.Gathering.Manners;

/// <summary>
/// Decides which addresses are the open web: feeds and redirects must not lead to machines of the operator's own network. By the special-purpose
/// registries of IANA (RFC 6890); addresses that carry an IPv4 address in them (mapped, NAT64, 6to4, Teredo) are judged by it.
/// </summary>
public static class AddressClasses
{
    private static readonly (string Network, string Name)[] Closed =
    [
        ("0.0.0.0/8", "this network"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "shared by carriers"),
        ("127.0.0.0/8", "this machine"),
        ("169.254.0.0/16", "link-local, where clouds keep their metadata"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "reserved for protocols"),
        ("192.0.2.0/24", "for documentation"),
        ("192.88.99.0/24", "a relay"),
        ("192.168.0.0/16", "private"),
        ("198.18.0.0/15", "for benchmarks"),
        ("198.51.100.0/24", "for documentation"),
        ("203.0.113.0/24", "for documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
        // Alibaba Cloud's metadata stands at 100.100.100.200, within the carriers' range above; Oracle's at 192.0.0.192.
        ("::/128", "unspecified"),
        ("::1/128", "this machine"),
        ("64:ff9b:1::/48", "local translation"),
        ("100::/64", "discarded"),
        ("2001::/23", "reserved for protocols"),
        ("2001:db8::/32", "for documentation"),
        ("3fff::/20", "for documentation"),
        ("5f00::/16", "segment routing"),
        ("fc00::/7", "private"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "site-local"),
        ("ff00::/8", "multicast"),
    ];

    private static readonly (IPNetwork Network, string Name)[] Networks = [.. Closed.Select(c => (IPNetwork.Parse(c.Network), c.Name))];

    /// <summary>Why an address is not of the open web; null where it is.</summary>
    public static string? ClosedBecause(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (Carried(address) is { } inner)
            return ClosedBecause(inner);
        foreach (var (network, name) in Networks)
            if (network.Contains(address))
                return name;
        // All that is handed out for the open web stands in here; the rest is reserved.
        return address.GetAddressBytes() is { Length: 16 } b && (b[0] & 0xE0) != 0x20 ? "reserved" : null;
    }

    private static IPAddress? Carried(IPAddress address)
    {
        byte[] b = address.GetAddressBytes();
        if (b.Length != 16)
            return null;
        return b switch
        {
            _ when address.IsIPv4MappedToIPv6 => address.MapToIPv4(),
            // IPv4-compatible (RFC 4291, withdrawn); "::" and "::1" are no such addresses.
            _ when b.AsSpan(0, 12).IndexOfAnyExcept((byte)0) < 0 && (b[12] | b[13] | b[14]) != 0 => new IPAddress(b.AsSpan(12)),
            // NAT64 (RFC 6052) and its translation form "::ffff:0:0" (RFC 2765).
            [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0, ..] => new IPAddress(b.AsSpan(12)),
            [0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, ..] => new IPAddress(b.AsSpan(12)),
            // 6to4 (RFC 3056).
            [0x20, 0x02, ..] => new IPAddress(b.AsSpan(2, 4)),
            // Teredo (RFC 4380) writes it inverted.
            [0x20, 0x01, 0, 0, ..] => new IPAddress([(byte)~b[12], (byte)~b[13], (byte)~b[14], (byte)~b[15]]),
            _ => null,
        };
    }
}
