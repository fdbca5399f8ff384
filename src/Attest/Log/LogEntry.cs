using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Attest.Log;

/// <summary>Something that came from outside or was published, as it stands in the log.</summary>
/// <param name="Number">Its place, counted from 1 without gaps.</param>
/// <param name="Story">The story that it belongs to; null where it belongs to none.</param>
/// <param name="Version">Its number within the story, from 1; 0 where it belongs to none.</param>
/// <param name="Kind">What it is; <see cref="EntryKinds"/>.</param>
/// <param name="At">When it was appended, UTC.</param>
/// <param name="Body">JSON.</param>
/// <param name="Hash">SHA-256 over the entry before and this entry, in hexadecimal.</param>
internal sealed record LogEntry(long Number, string? Story, int Version, string Kind, DateTimeOffset At, string Body, string Hash)
{
    /// <summary>What the first entry is chained to.</summary>
    public const string NoHash = "";

    /// <summary>
    /// The hash that chains an entry to the one before. Every field is preceded by its length, so that no two entries give the same bytes.
    /// </summary>
    public static string HashOf(string before, long number, string? story, int version, string kind, DateTimeOffset at, string body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> eight = stackalloc byte[8];
        void Add(string text)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            Span<byte> length = stackalloc byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
        Add(before);
        BinaryPrimitives.WriteInt64LittleEndian(eight, number);
        hash.AppendData(eight);
        Add(story ?? "");
        BinaryPrimitives.WriteInt64LittleEndian(eight, version);
        hash.AppendData(eight);
        Add(kind);
        BinaryPrimitives.WriteInt64LittleEndian(eight, at.UtcTicks);
        hash.AppendData(eight);
        Add(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>An entry to be appended.</summary>
/// <param name="Story">The story that it belongs to; null where it belongs to none.</param>
/// <param name="Version">Its number within the story; 0 where it belongs to none. Another entry with the same number is refused: one writer a story.</param>
/// <param name="Kind">What it is; <see cref="EntryKinds"/>.</param>
/// <param name="At">When it is appended, UTC.</param>
/// <param name="Body">JSON.</param>
/// <param name="Key">What makes it the same as another (a report's address and content): it is appended once, however often it comes. Null where every one counts.</param>
/// <param name="Texts">Texts that the body names by their hash; each is kept once.</param>
internal sealed record NewEntry(string? Story, int Version, string Kind, DateTimeOffset At, string Body, string? Key = null, IReadOnlyList<StoredText>? Texts = null);

/// <summary>A text under its hash.</summary>
internal sealed record StoredText(string Hash, string Text)
{
    /// <summary>The text as it is stored: packed by who appends it, so that the one writer does not wait for that.</summary>
    public byte[] Packed { get; } = SqliteLog.Packed(Text);
}

/// <summary>What became of an append.</summary>
internal abstract record Appended
{
    private Appended() { }

    /// <summary>On the disk, synced.</summary>
    /// <param name="First">Number of the first entry.</param>
    internal sealed record Done(long First) : Appended;

    /// <summary>An entry with one of the keys is there already; nothing was appended.</summary>
    internal sealed record Known : Appended;

    /// <summary>Another writer has appended this version of the story; nothing was appended. Load the story again.</summary>
    internal sealed record Overtaken : Appended;

    /// <summary>The disk did not take it; nothing was appended.</summary>
    /// <param name="Why">In words for the operator, with the mend.</param>
    internal sealed record Failed(string Why) : Appended;
}
