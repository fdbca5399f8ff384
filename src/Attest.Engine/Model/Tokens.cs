using System.Text;
using Attest.Engine.Text;

namespace Attest.Engine.Model;

/// <summary>The words that stand for closed choices in output and log. Programs depend on them: add, never change.</summary>
public static class Tokens
{
    /// <summary>Standing: "on-record".</summary>
    public static string Token(this Standing value) => Hyphenated(value.ToString());

    /// <summary>Claim kind: "occurrence".</summary>
    public static string Token(this ClaimKind value) => Hyphenated(value.ToString());

    /// <summary>Voice: "asserts".</summary>
    public static string Token(this Voice value) => Hyphenated(value.ToString());

    /// <summary>Stance: "supports".</summary>
    public static string Token(this Stance value) => Hyphenated(value.ToString());

    /// <summary>Origin kind: "newsroom".</summary>
    public static string Token(this OriginKind value) => Hyphenated(value.ToString());

    /// <summary>Outlet kind: "agency".</summary>
    public static string Token(this OutletKind value) => Hyphenated(value.ToString());

    /// <summary>Where an outlet's facts come from: "operator".</summary>
    public static string Token(this OutletFactSource value) => Hyphenated(value.ToString());

    /// <summary>Claim flag: "unnamed-only".</summary>
    public static string Token(this ClaimFlag value) => Hyphenated(value.ToString());

    /// <summary>Report flag: "no-time".</summary>
    public static string Token(this ReportFlag value) => Hyphenated(value.ToString());

    /// <summary>Change kind: "new".</summary>
    public static string Token(this ChangeKind value) => Hyphenated(value.ToString());

    /// <summary>Collapse reason in words: "agency credit".</summary>
    public static string Token(this CollapseReason value) => Hyphenated(value.ToString()).Replace('-', ' ');

    /// <summary>Evidence grade: "E1" to "E9".</summary>
    public static string Token(this EvidenceGrade value) => "E" + (char)('0' + (int)value);

    /// <summary>Bound: "atLeast".</summary>
    public static string Token(this Bound value) => char.ToLowerInvariant(value.ToString()[0]) + value.ToString()[1..];

    private static string Hyphenated(string pascal)
    {
        var text = new StringBuilder(pascal.Length + 4);
        for (int i = 0; i < pascal.Length; i++)
        {
            if (i > 0 && char.IsUpper(pascal[i]))
                text.Append('-');
            text.Append(char.ToLowerInvariant(pascal[i]));
        }
        return text.ToString();
    }
}
