using System.Security.Cryptography;
using System.Text;
using Attest.Engine.Gathering.Feeds;

namespace Attest.Engine.Gathering.Manners;

/// <summary>Tells whether an item was seen in this form: a change of its texts makes it new again, since it may be an edit (R15).</summary>
internal static class ItemKey
{
    /// <summary>A short hash of what identifies the item and of what it says.</summary>
    public static string Of(FeedItem item)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(item.Id ?? item.Link ?? "");
        Add(item.Link ?? "");
        Add(item.Title?.Value ?? "");
        Add(item.Summary?.Value ?? "");
        foreach (var text in item.Content)
            Add(text.Value);
        // Some feeds write the present time into every item: only what says that the item was edited counts.
        Add(item.Updated is { } updated && item.Published is not null ? updated.Written : "");
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 12));

        void Add(string part)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            hash.AppendData([0]);
        }
    }
}
