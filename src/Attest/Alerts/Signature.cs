using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Attest.Alerts;

/// <summary>
/// How a message is signed, by the Standard Webhooks specification (symmetric, "v1"): HMAC-SHA256 over id, time and body, so that none of the three can be changed and an old
/// message cannot be sent again unnoticed.
/// </summary>
internal static class Signature
{
    /// <summary>What a written secret begins with.</summary>
    public const string SecretPrefix = "whsec_";

    /// <summary>The headers of a message.</summary>
    /// <param name="secret">The receiver's secret.</param>
    /// <param name="id">The message's id: the same at every try.</param>
    /// <param name="at">The time of this try.</param>
    /// <param name="body">Its bytes.</param>
    public static KeyValuePair<string, string>[] Headers(byte[] secret, string id, DateTimeOffset at, byte[] body)
    {
        string time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{time}."), .. body];
        return [new("webhook-id", id), new("webhook-timestamp", time), new("webhook-signature", "v1," + Convert.ToBase64String(HMACSHA256.HashData(secret, signed)))];
    }
}
