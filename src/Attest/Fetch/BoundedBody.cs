using System.IO.Compression;
using Attest.Engine.Gathering.Manners;

namespace Attest.Fetch;

/// <summary>An answer's bytes, unpacked; or why they were not read to the end.</summary>
/// <param name="Bytes">What was read.</param>
/// <param name="Failure">What went wrong; null where all was read.</param>
internal sealed record Body(byte[] Bytes, FetchFailure? Failure)
{
    /// <summary>Whether the connection ended early: what came until then may still be of use.</summary>
    public bool BrokeOff => Failure == FetchFailure.BrokenOff;
}

/// <summary>Reads an answer within the limits: bytes as sent, bytes unpacked, and how many times larger the one may be than the other.</summary>
internal static class BoundedBody
{
    private const int RatioCountsFrom = 1 << 20, Portion = 1 << 16;

    /// <summary>Reads to the end or to a limit.</summary>
    public static async Task<Body> ReadAsync(Stream wire, IReadOnlyCollection<string> packings, FetchSettings settings, CancellationToken cancel)
    {
        var counted = new CountedStream(wire, settings.MaxWireBytes);
        if (Unpacked(counted, packings) is not { } stream)
            return new Body([], FetchFailure.BadPacking);
        await using (stream)
        {
            var bytes = new MemoryStream();
            var portion = new byte[Portion];
            try
            {
                int read;
                while ((read = await stream.ReadAsync(portion, cancel)) > 0)
                {
                    bytes.Write(portion, 0, read);
                    if (bytes.Length > RatioCountsFrom && bytes.Length > counted.Count * settings.MaxRatio)
                        return new Body([], FetchFailure.Bomb);
                    if (bytes.Length > settings.MaxBytes)
                        return new Body([], FetchFailure.TooLarge);
                }
                // The packing may end before the answer does; read to its end, the connection is free for the next request.
                while (await counted.ReadAsync(portion, cancel) > 0)
                    continue;
                return new Body(bytes.ToArray(), null);
            }
            catch (LimitException)
            {
                return new Body([], FetchFailure.TooLarge);
            }
            catch (InvalidDataException)
            {
                return new Body([], FetchFailure.BadPacking);
            }
            catch (Exception e) when (e is IOException or HttpRequestException)
            {
                return new Body(bytes.ToArray(), FetchFailure.BrokenOff);
            }
        }
    }

    private static Stream? Unpacked(CountedStream wire, IReadOnlyCollection<string> packings)
    {
        var named = packings.Where(p => !p.Equals("identity", StringComparison.OrdinalIgnoreCase)).ToArray();
        // Nobody needs to pack twice.
        return named switch
        {
            [] => wire,
            [var one] => one.ToLowerInvariant() switch
            {
                "gzip" or "x-gzip" => new GZipStream(wire, CompressionMode.Decompress),
                "br" => new BrotliStream(wire, CompressionMode.Decompress),
                "deflate" => new ZLibStream(wire, CompressionMode.Decompress),
                _ => null,
            },
            _ => null,
        };
    }

    private sealed class LimitException : Exception;

    /// <summary>Counts what is read, and ends where the limit is passed.</summary>
    private sealed class CountedStream(Stream inner, long most) : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Count;
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Counted(await inner.ReadAsync(buffer, cancellationToken));

        public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }

        private int Counted(int read)
        {
            Count += read;
            return Count > most ? throw new LimitException() : read;
        }
    }
}
