using System.Security.Cryptography;
using System.Text;
using Attest.Log;

namespace Attest.Alerts;

/// <summary>
/// The data folder's key, of which every address that is told of changes has a secret of its own: so that no secret stands in the log or in a backup of it.
/// Who deletes the file gives all of them new ones.
/// </summary>
internal sealed class AlertKey
{
    /// <summary>The file in the data folder that holds the key.</summary>
    public const string FileName = "alerts.key";

    private const int Length = 32;

    private readonly byte[] key;

    private AlertKey(byte[] key) => this.key = key;

    /// <summary>The key of a data folder; made where there is none.</summary>
    /// <exception cref="LogException">The file cannot be read or written.</exception>
    public static AlertKey Of(string folder)
    {
        string file = Path.Combine(folder, FileName);
        try
        {
            if (File.Exists(file) && File.ReadAllText(file).Trim() is { Length: 2 * Length } hex && hex.All(char.IsAsciiHexDigit))
                return new AlertKey(Convert.FromHexString(hex));
            byte[] fresh = RandomNumberGenerator.GetBytes(Length);
            var mode = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
                mode.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var written = new StreamWriter(new FileStream(file, mode));
            written.WriteLine(Convert.ToHexStringLower(fresh));
            return new AlertKey(fresh);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LogException($"{file} cannot be used: {e.Message}", e);
        }
    }

    /// <summary>A key that nobody keeps.</summary>
    public static AlertKey Passing() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>The secret of an address, as bytes.</summary>
    /// <param name="hook">Its id.</param>
    public byte[] SecretOf(string hook) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("webhook|" + hook));

    /// <summary>The secret as its receiver is given it.</summary>
    public string WrittenSecretOf(string hook) => Signature.SecretPrefix + Convert.ToBase64String(SecretOf(hook));
}
