namespace Attest.Engine.Text.Figures;

/// <summary>Whether two units are one.</summary>
internal static class Units
{
    /// <summary>Same unit by name or spelling ("km", "kilometre"); a count without a noun agrees with any counted noun, not with a measure.</summary>
    public static bool AreSame(string a, string b)
    {
        (string left, string right) = (Measures.ComparableNameOf(a), Measures.ComparableNameOf(b));
        if (string.Equals(left, right, StringComparison.OrdinalIgnoreCase))
            return true;
        return left.Length == 0 ? IsCounted(right) : right.Length == 0 && IsCounted(left);
    }

    private static bool IsCounted(string unit) => unit is not ("percent" or "percentage point" or "basis point" or "magnitude") && !IsCurrency(unit) && !Measures.IsTime(unit);

    private static bool IsCurrency(string unit) => unit is "dollar" or "euro" || unit.Length == 3 && unit.All(char.IsAsciiLetterUpper);
}
