using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Attest.Engine.Publishing;
using Attest.Hosting;
using Attest.Web.Search;

namespace Attest.Web.Server;

/// <summary>A file as it is sent.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Tag">Its entity tag, without quotes: another one for other bytes.</param>
internal sealed record Rendered(byte[] Content, string Tag)
{
    private const int MostPackedHard = 160 << 10;

    private byte[]? packed;

    /// <summary>Whether it is sent again and again, so that packing it once pays.</summary>
    public bool IsKept { get; init; }

    /// <summary>The content packed with Brotli; packed once. Packing took most of the time of answering.</summary>
    public byte[] Packed()
    {
        if (packed is { } there)
            return there;
        using var bytes = new MemoryStream();
        // A small page is packed hard, once; a large one would keep the first who asks for it waiting.
        using (var brotli = new BrotliStream(bytes, new BrotliCompressionOptions { Quality = Content.Length <= MostPackedHard ? 9 : 5 }, leaveOpen: true))
            brotli.Write(Content);
        return packed = bytes.ToArray();
    }
}

/// <summary>Pages and files of stories, rendered once for each state and kept while they are asked for.</summary>
internal sealed class RenderedPages : IAsyncDisposable
{
    /// <summary>Bytes kept at most.</summary>
    private const long MostBytes = 64 << 20;

    private readonly PageRenderer pages = new();
    private readonly ConcurrentDictionary<string, Rendered> kept = new(StringComparer.Ordinal);
    private long bytes;
    private byte[]? api;

    /// <summary>A file of a story; null where the story has no such file.</summary>
    /// <param name="snapshot">The story.</param>
    /// <param name="place">The file's place in the story's folder.</param>
    /// <param name="view">What the reader asked for beside it.</param>
    /// <param name="since">From when on changes are told; null for the newest update's.</param>
    public async Task<Rendered?> StoryAsync(Snapshot snapshot, string place, StoryView view, DateTimeOffset? since = null)
    {
        string key = TagOf(snapshot, place + view.Since + since?.UtcTicks + view.Hub);
        if (kept.TryGetValue(key, out var there))
            return there;
        return await StoryFiles.RenderAsync(pages, new StoryLookup(since is { } from ? ChangedSince.Of(snapshot.Document, from) : snapshot.Document, view), place) is { } content ? Keep(key, content) : null;
    }

    /// <summary>A file about all stories; null where there is no such file.</summary>
    /// <param name="archive">The stories.</param>
    /// <param name="place">The file's place.</param>
    /// <param name="view">What it shows beside the stories; its place is one that they show at least.</param>
    public async Task<Rendered?> FrontAsync(Archive archive, string place, FrontView view)
    {
        var rows = archive.All();
        string key = Hash([place + view.Hub, .. view.Awaited.Select(q => q.ToString()), .. rows.Select(s => s.Slug + s.Version + s.LastChange.UtcTicks + s.Updates.FirstOrDefault()?.Id)]);
        if (kept.TryGetValue(key, out var there))
            return there;
        return await FrontFiles.RenderAsync(pages, place is "index.html" or "index.json" ? rows : archive.Wholes(), place, view) is { } content ? Keep(key, content) : null;
    }

    /// <summary>The page of feeds; it holds for the moment only, so it is not kept.</summary>
    public Task<byte[]> FeedsAsync(FeedsView view) => pages.FeedsAsync(view);

    /// <summary>The page of an outlet; it depends on what its operator said too, and is seldom asked for, so it is not kept.</summary>
    public Task<byte[]> SourceAsync(SourceDocument source, FactsView? facts) => pages.SourceAsync(source, isLive: true, facts);

    /// <summary>The page of what was found; as many as there are queries, so it is not kept.</summary>
    public Task<byte[]> SearchAsync(SearchView view) => pages.SearchAsync(view);

    /// <summary>The page that explains the API; the same until the program is another one.</summary>
    public async Task<byte[]> ApiAsync(Func<Task<ApiView>> view, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return api ??= await pages.ApiAsync(await view());
    }

    /// <summary>The tag of a story's file, known before it is rendered: cheap to compare with what a reader has.</summary>
    public static string TagOf(Snapshot snapshot, string place) =>
        Hash(snapshot.Id, snapshot.Version.ToString(CultureInfo.InvariantCulture), snapshot.Document.AsOf.UtcTicks.ToString(CultureInfo.InvariantCulture), place);

    public ValueTask DisposeAsync() => pages.DisposeAsync();

    private Rendered Keep(string key, byte[] content)
    {
        if (Interlocked.Add(ref bytes, content.Length) > MostBytes)
        {
            kept.Clear();
            Interlocked.Exchange(ref bytes, content.Length);
        }
        return kept[key] = new Rendered(content, key) { IsKept = true };
    }

    // The program's own version belongs to it: another one renders otherwise.
    private static string Hash(params string[] parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', parts) + typeof(RenderedPages).Module.ModuleVersionId + Algorithm.Version)).AsSpan(0, 12));
}
