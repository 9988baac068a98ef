using System.Net;
using System.Net.Sockets;

namespace ReferenceHub.Web.Security;

/// <summary>The network a request comes from: an IPv4 address, or the /64 that one IPv6 household is given.</summary>
public static class ClientNetwork
{
    public static string Network(this HttpContext context) => Of(context.Connection.RemoteIpAddress);

    internal static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "local";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address.ToString();
        }

        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes) + "/64";
    }
}
