using System.Buffers.Binary;
using System.IO.Compression;

namespace Attest.Web.Picture;

/// <summary>A picture of red, green and blue as PNG (ISO/IEC 15948): eight bits each, every line told by its difference to the one above.</summary>
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
        int line = width * 3, height = pixels.Length / line;
        var lines = new byte[(line + 1) * height];
        for (int y = 0; y < height; y++)
        {
            var to = lines.AsSpan(y * (line + 1));
            to[0] = 2; // "up"
            for (int i = 0; i < line; i++)
                to[i + 1] = (byte)(pixels[y * line + i] - (y > 0 ? pixels[(y - 1) * line + i] : 0));
        }
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(lines);
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> head = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head[4..], height);
        (head[8], head[9]) = (8, 2);
        Chunk(file, "IHDR"u8, head);
        Chunk(file, "IDAT"u8, packed.ToArray());
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
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
