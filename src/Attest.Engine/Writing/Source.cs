using Attest.Engine.Model;

namespace Attest.Engine.Writing;

/// <summary>Whom an unconfirmed claim is attributed to.</summary>
/// <param name="Name">As it stands in a sentence; empty where nobody stands behind it.</param>
/// <param name="IsNewsroom">Whether it is newsrooms that report it by themselves.</param>
/// <param name="IsPerson">Whether it is one named person.</param>
/// <param name="IsPlural">Whether a verb after it stands in the plural.</param>
internal sealed record Source(string Name, bool IsNewsroom, bool IsPerson, bool IsPlural)
{
    private static readonly Source Nobody = new("", false, false, false);

    /// <summary>Whether somebody stands behind the claim.</summary>
    public bool IsKnown => Name.Length > 0;

    /// <summary>Who says what a claim says: its speaker, else the issuer that says it of itself, else the newsrooms that report it; never a headline.</summary>
    public static Source Of(Claim claim)
    {
        var said = claim.Evidence.Where(e => e.Stance == Stance.Supports && !e.Withdrawn && e.Traced.Statement.Sentence >= 0)
            .OrderBy(e => e.Traced.Statement.At).ThenBy(e => e.Traced.Statement.Id).ToList();
        if (claim.AttributedTo is { } speaker)
            return Speaking(said.Find(e => e.Traced.Statement.Speaker?.Name == speaker)?.Traced.Statement.Speaker, speaker);
        var asserted = said.Where(e => e.Traced.Statement.Voice == Voice.Asserts).ToList();
        if (asserted.Find(e => !e.Traced.Outlet.IsNewsroom && e.Traced.CollapsedWith is null && e.Traced.Outlet.Kind is OutletKind.Official or OutletKind.Company) is { } issuer)
            return new(Wordings.WithArticle(issuer.Traced.Outlet.Name), false, false, false);
        var newsrooms = asserted.Where(e => e.Traced.CollapsedWith is null).Concat(asserted).Select(e => e.Traced.Outlet.Name).Distinct(StringComparer.Ordinal).Take(2).ToList();
        if (newsrooms.Count > 0)
            return new(string.Join(" and ", newsrooms), true, false, newsrooms.Count > 1);
        return said.Find(e => e.Traced.Statement.Speaker is not null)?.Traced.Statement.Speaker is { } any ? Speaking(any, any.Name) : Nobody;
    }

    /// <summary>Who specifically denies a claim; nobody where no one does.</summary>
    public static Source Denying(Claim claim)
    {
        var denial = claim.Evidence.Where(e => e.Stance == Stance.Refutes && e.Specific && !e.Withdrawn && e.Traced.Statement.Sentence >= 0)
            .OrderBy(e => e.Traced.Statement.At).ThenBy(e => e.Traced.Statement.Id).FirstOrDefault();
        return denial is null ? Nobody : denial.Traced.Statement.Speaker is { } speaker ? Speaking(speaker, speaker.Name) : new(Wordings.WithArticle(denial.Traced.Outlet.Name), false, false, false);
    }

    /// <summary>Whose report was withdrawn: the outlet that first had it.</summary>
    public static string Withdrawing(Claim claim) => claim.Evidence.Where(e => e.Stance == Stance.Supports)
        .OrderBy(e => e.Traced.CollapsedWith is null ? 0 : 1).ThenBy(e => e.Traced.Statement.At).ThenBy(e => e.Traced.Statement.Id)
        .Select(e => e.Traced.Outlet.Name).FirstOrDefault("Its origin");

    private static Source Speaking(Speaker? speaker, string name) =>
        new(name.Trim(), speaker?.Kind == SpeakerKind.Outlet, speaker?.Kind == SpeakerKind.Person, Wordings.IsPlural(name));
}
