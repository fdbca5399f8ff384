using System.Buffers.Binary;
using System.IO.Compression;

namespace Attest.Web.Picture;

/// <summary>
/// A picture of red, green and blue as PNG (ISO/IEC 15948): by a palette where its colours are few enough, as those of drawn letters are; else eight bits each, every line told by its difference to
/// the one above.
/// </summary>
internal static class Png
{
    private static readonly uint[] crcs = [.. Enumerable.Range(0, 256).Select(n =>
    {
        uint c = (uint)n;
        for (int bit = 0; bit < 8; bit++)
            c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
        return c;
    })];

    /// <summary>The file's bytes.</summary>
    /// <param name="pixels">Three bytes each, line by line from the top.</param>
    /// <param name="width">Pixels a line.</param>
    public static byte[] Write(ReadOnlySpan<byte> pixels, int width)
    {
        var palette = new List<byte>();
        byte[]? indices = Indices(pixels, palette);
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> head = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head[4..], pixels.Length / 3 / width);
        (head[8], head[9]) = (8, (byte)(indices is null ? 2 : 3));
        Chunk(file, "IHDR"u8, head);
        if (indices is not null)
            Chunk(file, "PLTE"u8, palette.ToArray());
        Chunk(file, "IDAT"u8, indices is null ? Packed(pixels, width * 3, byAbove: true) : Packed(indices, width, byAbove: false));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>Each pixel as the place of its colour in a palette; null where there are more colours than a palette holds.</summary>
    private static byte[]? Indices(ReadOnlySpan<byte> pixels, List<byte> palette)
    {
        var places = new Dictionary<int, byte>();
        var indices = new byte[pixels.Length / 3];
        for (int i = 0; i < indices.Length; i++)
        {
            var own = pixels.Slice(i * 3, 3);
            int colour = own[0] << 16 | own[1] << 8 | own[2];
            if (!places.TryGetValue(colour, out byte place))
            {
                if (places.Count > byte.MaxValue)
                    return null;
                places[colour] = place = (byte)places.Count;
                palette.AddRange(own);
            }
            indices[i] = place;
        }
        return indices;
    }

    private static byte[] Packed(ReadOnlySpan<byte> content, int line, bool byAbove)
    {
        int height = content.Length / line;
        var lines = new byte[(line + 1) * height];
        for (int y = 0; y < height; y++)
        {
            var to = lines.AsSpan(y * (line + 1));
            to[0] = (byte)(byAbove ? 2 : 0);
            for (int i = 0; i < line; i++)
                to[i + 1] = (byte)(content[y * line + i] - (byAbove && y > 0 ? content[(y - 1) * line + i] : 0));
        }
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            zlib.Write(lines);
        return packed.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(data, Crc(type, uint.MaxValue)));
        file.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> data, uint crc)
    {
        foreach (byte b in data)
            crc = crcs[(crc ^ b) & 0xFF] ^ (crc >> 8);
        return crc;
    }
}
