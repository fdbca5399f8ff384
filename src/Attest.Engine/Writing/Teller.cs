using System.Collections.Immutable;
using System.Diagnostics;
using Attest.Engine.Model;

namespace Attest.Engine.Writing;

/// <summary>A sentence or headline that agrees with the standing of the claims that it is bound to. Only <see cref="Teller"/> makes one.</summary>
/// <param name="Text">The words.</param>
/// <param name="Claims">The claims that bear it.</param>
internal sealed record Told(string Text, ImmutableArray<ClaimId> Claims)
{
    /// <summary>As it is published.</summary>
    public BoundSentence Bound() => new(Text, Claims);
}

/// <summary>
/// Turns claims into sentences, the one way there is (R17, R18): the standing decides the form, so that a sentence of ours cannot assert what is not confirmed.
/// What is confirmed stands plainly; what is not is somebody's word, or "not confirmed"; what is disputed has both sides; what was wrong is said to have been wrong.
/// </summary>
internal sealed class Teller(ImmutableArray<WeighedClaim> claims, int year)
{
    private readonly Lazy<StoryWords> words = new(() => new StoryWords(claims));
    private readonly Dictionary<ClaimId, WeighedClaim> byId = claims.ToDictionary(c => c.Claim.Id);

    /// <summary>The claim in a sentence.</summary>
    public Told Sentence(WeighedClaim c)
    {
        string text = c.Standing switch
        {
            Standing.OnRecord or Standing.Corroborated => Plain(c) + DeniedBeside(c),
            Standing.Disputed => Disputed(c),
            Standing.Refuted => $"Earlier reports that {Inside(c)} were wrong",
            Standing.Retracted => $"{Source.Withdrawing(c.Claim)} has withdrawn its report that {Inside(c)}",
            Standing.Corrected => $"{Source.Withdrawing(c.Claim)} has corrected its report that {Inside(c)}",
            Standing.Superseded => $"Earlier reports that {Inside(c)} are out of date",
            Standing.Stated or Standing.Uncorroborated or Standing.Lapsed or Standing.Forecast or Standing.Opinion => Attributed(c),
            _ => throw new UnreachableException(),
        };
        return new(StoryWords.WithStop(StoryWords.Capital(text)), Bearers(c));
    }

    /// <summary>The claim in a headline: shortened by cuts, in sentence case, without a full stop.</summary>
    public Told Headline(WeighedClaim c)
    {
        string cut = Cuts.ForHeadline(c.Claim, year);
        string inside = words.Value.Inside(c.Claim, cut);
        string text = c.Standing switch
        {
            Standing.OnRecord or Standing.Corroborated => cut,
            Standing.Disputed when Source.Denying(c.Claim) is { IsKnown: true } denier && !inside.Contains(denier.Name, StringComparison.OrdinalIgnoreCase) => $"{denier.Name} {Has(denier)} denied that {inside}",
            Standing.Disputed => $"It is disputed whether {inside}",
            Standing.Refuted => $"Earlier reports that {inside} were wrong",
            Standing.Retracted => $"{Source.Withdrawing(c.Claim)} withdraws its report that {inside}",
            Standing.Corrected => $"{Source.Withdrawing(c.Claim)} corrects its report that {inside}",
            Standing.Superseded => $"Earlier reports that {inside} are out of date",
            Standing.Stated or Standing.Uncorroborated or Standing.Lapsed or Standing.Forecast or Standing.Opinion => AttributedHeadline(c, cut, inside),
            _ => throw new UnreachableException(),
        };
        return new(StoryWords.WithoutStop(StoryWords.Capital(text)), Bearers(c));
    }

    /// <summary>That a claim is confirmed no longer (R16).</summary>
    public Told NoLongerConfirmed(WeighedClaim c) => new($"It is no longer confirmed that {Inside(c)}.", [c.Claim.Id]);

    /// <summary>A confirmed new value with the older one beside it; told of the new value alone where the old one is its own.</summary>
    public Told Revised(WeighedClaim newer, WeighedClaim older)
    {
        string was = older.Claim.Quantity?.AsWritten ?? "";
        string now = newer.Claim.Quantity?.AsWritten ?? "";
        var told = Sentence(newer);
        string text = StoryWords.WithoutStop(told.Text);
        if (was.Length == 0 || was == now || text.Contains($"from {was}", StringComparison.OrdinalIgnoreCase))
            return told;
        bool rose = newer.Claim.Quantity!.Value >= older.Claim.Quantity!.Value;
        int figure = text.LastIndexOf(now, StringComparison.OrdinalIgnoreCase);
        bool atEnd = figure >= 0 && text[figure..].Split(' ').Length <= 6 && !text.Contains(';', StringComparison.Ordinal);
        string beside = atEnd ? $", {(rose ? "up" : "down")} from {was.ToLowerInvariant()}" : $"; the earlier figure was {was.ToLowerInvariant()}";
        return new(text + beside + ".", [newer.Claim.Id, older.Claim.Id]);
    }

    /// <summary>The utterance that a sentence about an unconfirmed claim asserts; the claim itself where no utterance is known (lead claims, R17).</summary>
    public WeighedClaim Asserted(WeighedClaim c)
    {
        if (c.Confirmed || c.Claim.Kind == ClaimKind.Utterance || c.Standing is Standing.Refuted or Standing.Retracted or Standing.Corrected or Standing.Superseded)
            return c;
        var denier = c.Standing == Standing.Disputed ? Source.Denying(c.Claim) : null;
        string speaker = denier is { IsKnown: true } ? denier.Name : Source.Of(c.Claim).Name;
        var said = claims.Where(u => u.Claim.Utters == c.Claim.Id && u.Standing is not (Standing.Retracted or Standing.Corrected or Standing.Refuted))
            .OrderBy(u => u.Claim.Evidence.Any(e => e.Traced.Statement.Speaker?.Name == speaker) ? 0 : 1).ThenBy(u => u.Claim.Id);
        return said.FirstOrDefault() ?? c;
    }

    private string Plain(WeighedClaim c) => c.Confirmed
        ? StoryWords.WithoutStop(Cuts.ForSentence(c.Claim, year))
        : throw new UnreachableException("An unconfirmed claim is never told plainly.");

    private string Inside(WeighedClaim c) => words.Value.Inside(c.Claim, Cuts.ForSentence(c.Claim, year));

    private static string DeniedBeside(WeighedClaim c) =>
        c.Flags.Contains(ClaimFlag.Denied) && Source.Denying(c.Claim) is { IsKnown: true } denier ? $"; {denier.Name} {Has(denier)} denied it" : "";

    private string Attributed(WeighedClaim c)
    {
        var source = Source.Of(c.Claim);
        string inside = Inside(c);
        if (!source.IsKnown)
            return $"It is not confirmed that {inside}";
        if (OfItself(source, inside) is { } itself)
            return itself;
        inside = ItsOwn(source, inside);
        if (source.IsNewsroom)
            return $"{source.Name} report{S(source)} that {inside}";
        string whole = StoryWords.WithoutStop(Cuts.ForSentence(c.Claim, year));
        if (OfOneself(source, whole) is { } oneself)
            return oneself;
        if (TitleOf(source, whole) is { } title)
            return $"{whole}, according to the {title}";
        return whole.Length > HouseStyle.LongSentence ? $"According to {source.Name}, {inside}"
            : IsShort(source) ? $"{source.Name} say{S(source)} {That(inside)}{inside}"
            : $"{whole}, according to {source.Name}";
    }

    private static string AttributedHeadline(WeighedClaim c, string cut, string inside)
    {
        var source = Source.Of(c.Claim);
        return !source.IsKnown ? $"It is not confirmed that {inside}"
            : OfItself(source, inside) is { } itself ? itself
            : OfOneself(source, cut) is { } oneself ? oneself
            : source.IsNewsroom ? $"{cut}, {source.Name} report{S(source)}"
            : (IsShort(source) ? $"{source.Name} say{S(source)} {ItsOwn(source, inside)}" : $"{cut}, according to {source.Name}");
    }

    private string Disputed(WeighedClaim c)
    {
        string pro = Source.Of(c.Claim).IsKnown ? Attributed(c) : "";
        var denier = Source.Denying(c.Claim);
        if (denier.IsKnown)
            return pro.Length > 0 ? $"{pro}; {denier.Name} {Has(denier)} denied it" : $"{denier.Name} {Has(denier)} denied that {Inside(c)}";
        if (Rival(c) is { } rival && Source.Of(rival.Claim).IsKnown && pro.Length > 0)
            return $"{pro}; {AfterSemicolon(rival)}";
        return pro.Length > 0 ? $"{pro}; others say otherwise" : $"It is disputed whether {Inside(c)}";
    }

    private string AfterSemicolon(WeighedClaim rival)
    {
        var named = rival.Claim.Proposition with { Names = rival.Claim.Proposition.Names.Add(Source.Of(rival.Claim).Name) };
        return words.Value.Inside(rival.Claim with { Proposition = named }, Attributed(rival));
    }

    private WeighedClaim? Rival(WeighedClaim c) => claims
        .Where(o => o.Claim.Id != c.Claim.Id && (c.Claim.Conflicts.Contains(o.Claim.Id) || o.Claim.Conflicts.Contains(c.Claim.Id)))
        .Where(o => o.Standing is Standing.Disputed or Standing.Corroborated or Standing.Uncorroborated or Standing.Stated)
        .OrderByDescending(o => o.Origins).ThenBy(o => o.Claim.Id).FirstOrDefault();

    private ImmutableArray<ClaimId> Bearers(WeighedClaim c) => c.Standing == Standing.Disputed && !Source.Denying(c.Claim).IsKnown && Rival(c) is { } rival
        ? [c.Claim.Id, rival.Claim.Id]
        : c.SupersededBy is { } newer && byId.ContainsKey(newer) ? [c.Claim.Id, newer] : [c.Claim.Id];

    /// <summary>A body that speaks of itself: "Brightpot says it will repay", not "Brightpot says Brightpot will repay"; "says its count shows".</summary>
    private static string? OfItself(Source source, string inside)
    {
        string name = inside.StartsWith("the ", StringComparison.Ordinal) && !source.Name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? "the " + source.Name : source.Name;
        if (source.IsPerson || !inside.StartsWith(name, StringComparison.OrdinalIgnoreCase) || inside.Length <= name.Length)
            return null;
        string rest = inside[name.Length..];
        bool owns = rest.StartsWith("'s ", StringComparison.Ordinal) || rest.StartsWith("’s ", StringComparison.Ordinal);
        return owns ? $"{source.Name} say{S(source)} {(source.IsPlural ? "their" : "its")}{rest[2..]}"
            : rest[0] == ' ' ? $"{source.Name} say{S(source)} {(source.IsPlural ? "they" : "it")}{rest}" : null;
    }

    /// <summary>"Resident Omar Said heard the alarm, Said says", not "Resident Omar Said says resident Omar Said heard the alarm".</summary>
    private static string? OfOneself(Source source, string whole) =>
        source.IsPerson && whole.StartsWith(source.Name + " ", StringComparison.OrdinalIgnoreCase) && !source.Name.Contains(',', StringComparison.Ordinal)
            ? $"{whole}, {source.Name[(source.Name.LastIndexOf(' ') + 1)..]} says" : null;

    /// <summary>"Aldor says a valve failed at its site": whose it is was said already.</summary>
    private static string ItsOwn(Source source, string inside)
    {
        if (source.IsPerson || source.IsPlural || source.IsNewsroom)
            return inside;
        string name = source.Name.StartsWith("The ", StringComparison.Ordinal) ? "the" + source.Name[3..] : source.Name;
        return inside.Replace($" {name}'s ", " its ", StringComparison.Ordinal).Replace($" {name}’s ", " its ", StringComparison.Ordinal).Replace($" {name}' ", " its ", StringComparison.Ordinal);
    }

    /// <summary>"Mayor Anton Reyes" of whom the sentence speaks as "Anton Reyes": "the mayor".</summary>
    private static string? TitleOf(Source source, string whole)
    {
        string[] words = source.Name.Split(' ');
        for (int at = 1; at <= 2 && at < words.Length - 1; at++)
            if (whole.StartsWith(string.Join(' ', words[at..]) + " ", StringComparison.Ordinal))
                return string.Join(' ', words[..at]).ToLowerInvariant();
        return null;
    }

    // After "says", "that" helps the reader over a name or a time that would else read as an object.
    private static string That(string inside) => inside.Length > 60 || inside.Contains(',', StringComparison.Ordinal) ? "that " : "";

    private static bool IsShort(Source source) => source.Name.Split(' ').Length <= HouseStyle.ShortName && !source.Name.Contains(',', StringComparison.Ordinal);

    private static string S(Source source) => source.IsPlural ? "" : "s";

    private static string Has(Source source) => source.IsPlural ? "have" : "has";
}
