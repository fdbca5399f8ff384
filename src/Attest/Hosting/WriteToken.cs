using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Attest.Log;

namespace Attest.Hosting;

/// <summary>The token that whoever writes must show. The data folder keeps its hash only, so it is printed once, when it is made.</summary>
internal sealed class WriteToken
{
    /// <summary>The file in the data folder that holds the hash; delete it to have a new token made at the next start.</summary>
    public const string FileName = "token.sha256";

    private readonly byte[] hash;

    private WriteToken(byte[] hash, string? fresh) => (this.hash, Fresh) = (hash, fresh);

    /// <summary>The token itself where it was made just now; else null.</summary>
    public string? Fresh { get; }

    /// <summary>The token of a data folder; made where there is none.</summary>
    /// <exception cref="LogException">The file cannot be read or written.</exception>
    public static WriteToken Of(string folder)
    {
        string file = Path.Combine(folder, FileName);
        try
        {
            if (File.Exists(file) && TryParse(File.ReadAllText(file).Trim()) is { } kept)
                return new WriteToken(kept, null);
            string fresh = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
            byte[] hash = HashOf(fresh);
            var mode = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
                mode.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var written = new StreamWriter(new FileStream(file, mode));
            written.WriteLine(Convert.ToHexStringLower(hash));
            return new WriteToken(hash, fresh);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LogException($"{file} cannot be used: {e.Message}", e);
        }
    }

    /// <summary>Whether a request's Authorization header bears it. Takes the same time whatever it bears.</summary>
    public bool Allows(string? authorization)
    {
        const string Bearer = "Bearer ";
        return authorization is not null
            && authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(HashOf(authorization[Bearer.Length..].Trim()), hash);
    }

    private static byte[]? TryParse(string hex) => hex.Length == 64 && hex.All(char.IsAsciiHexDigit) ? Convert.FromHexString(hex) : null;

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
