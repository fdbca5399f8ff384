using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;
using Attest.Engine.Publishing;

namespace Attest.Web.Server;

/// <summary>
/// Long lists in parts. A cursor names the last item of the part before, not a count, so that nothing is told twice or left out where the list changed in between;
/// callers take it as it is. The next part stands in the answer (<c>next</c>) and in its head (<c>Link: rel="next"</c>).
/// </summary>
internal static class Paging
{
    /// <summary>Items of a part where the caller names no limit, and at most.</summary>
    public const int Usual = 100, Most = 500;

    /// <summary>The part of a list that is asked for.</summary>
    /// <param name="context">The request.</param>
    /// <param name="all">The whole list.</param>
    /// <param name="limit">Items that are asked for.</param>
    /// <param name="cursor">Where the part before ended; null for the first.</param>
    /// <param name="keyOf">What tells an item from all others.</param>
    /// <param name="page">Puts items into the answer.</param>
    /// <param name="isBehind">Whether an item comes after a key; where null, what stands behind the item with the key.</param>
    public static IResult Send<T>(
        HttpContext context, IReadOnlyList<T> all, int? limit, string? cursor, Func<T, string> keyOf, Func<ImmutableArray<T>, PageDocument> page, Func<T, string, bool>? isBehind = null)
    {
        if (limit is < 1 or > Most)
            return Results.Problem($"limit is 1 to {Most}", statusCode: StatusCodes.Status400BadRequest, title: "Not a limit");
        if (From(all, cursor, keyOf, isBehind) is not { } from)
            return Results.Problem("take cursor from “next” of the answer before; where that item is gone, begin again without one", statusCode: StatusCodes.Status400BadRequest, title: "Not a cursor");
        ImmutableArray<T> part = [.. all.Skip(from).Take(limit ?? Usual)];
        string? next = from + part.Length < all.Count ? Base64Url.EncodeToString(Encoding.UTF8.GetBytes(keyOf(part[^1]))) : null;
        Link(context, next);
        return Replies.Send(context, "page.json", StoryJson.Write(page(part) with { Total = all.Count, Next = next }));
    }

    /// <summary>Names the next part in the answer's head: the same address with another cursor.</summary>
    public static void Link(HttpContext context, string? next)
    {
        if (next is null)
            return;
        var query = context.Request.Query.Where(q => q.Key != "cursor").SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v))).Append(KeyValuePair.Create("cursor", (string?)next));
        context.Response.Headers.Link = $"<{context.Request.PathBase}{context.Request.Path}{QueryString.Create(query)}>; rel=\"next\"";
    }

    /// <summary>How many items stand before the part; null where the cursor is none of this list.</summary>
    private static int? From<T>(IReadOnlyList<T> all, string? cursor, Func<T, string> keyOf, Func<T, string, bool>? isBehind)
    {
        if (cursor is null)
            return 0;
        string key;
        try
        {
            key = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        }
        catch (FormatException)
        {
            return null;
        }
        for (int i = 0; i < all.Count; i++)
            if (isBehind is null ? keyOf(all[i]) == key : isBehind(all[i], key))
                return isBehind is null ? i + 1 : i;
        return isBehind is null ? null : all.Count;
    }
}
