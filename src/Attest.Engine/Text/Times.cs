using System.Collections.Immutable;
using Attest.Engine.Text.Figures;
using Attest.Engine.Text.Moments;

namespace Attest.Engine.Text;

/// <summary>
/// Finds the dates and times that a sentence names and resolves them against the report's own time. In order:
/// <list type="number">
/// <item>read the times as worded, with preposition, edge, part of the day and clock (<see cref="MomentReader"/>);</item>
/// <item>tell from the tense of the clause whether it looks back or ahead (<see cref="ClauseTense"/>);</item>
/// <item>resolve to a stretch of local time (<see cref="Resolver"/>) and cut it by part, edge and clock;</item>
/// <item>word it so that it stands alone (<see cref="Wording"/>).</item>
/// </list>
/// Never throws on any text; linear in its length.
/// </summary>
public static class Times
{
    /// <summary>The times that a sentence names, in order, not overlapping. What can be read in two ways ("03/02/2026") is left out.</summary>
    /// <param name="text">The text that the sentence's spans refer to.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="published">When the report appeared.</param>
    /// <param name="zone">The outlet's offset from UTC, which "Tuesday" and "6.30 a.m." are told in; UTC where unknown.</param>
    public static ImmutableArray<TimeMention> Find(string text, Sentence sentence, DateTimeOffset published, TimeSpan? zone = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(sentence);
        TimeSpan offset = zone is { } said && said.Duration() <= TimeSpan.FromHours(14) ? said : TimeSpan.Zero;
        // Beyond these years nothing is published, and sums stay within the calendar.
        DateTime now = published.Year is < 200 or > 9800 ? new(Math.Clamp(published.Year, 200, 9800), 1, 1) : published.UtcDateTime + offset;
        ImmutableArray<Piece> pieces = Pieces.Of(text, sentence);
        var mentions = ImmutableArray.CreateBuilder<TimeMention>();
        foreach (Moment moment in MomentReader.All(pieces, sentence))
            if (Mention(text, sentence, pieces, moment, now, offset) is { } mention)
                mentions.Add(mention);
        return mentions.ToImmutable();
    }

    private static TimeMention? Mention(string text, Sentence sentence, ImmutableArray<Piece> pieces, Moment moment, DateTime now, TimeSpan offset)
    {
        Tense tense = TenseOf(text, sentence, pieces, moment);
        if (Resolver.Resolve(moment.Named, now, tense) is not { } window)
            return null;
        (DateTime from, DateTime to) = Cut.Of(window, moment);
        TimeSpan zone = moment.Clock?.Zone ?? (moment.Named as NamedTime.TimeOfDay)?.Zone ?? offset;
        var span = new Span(pieces[moment.First].Start, pieces[moment.End - 1].End);
        return new(span, Instant(from, zone), Instant(to, zone), Wording.Of(text, pieces, moment, window), IsDeadline(moment, from, to, now, tense));
    }

    /// <summary>The clause's tense; words that look one way by themselves overrule it, and headlines tell the past in the present.</summary>
    private static Tense TenseOf(string text, Sentence sentence, ImmutableArray<Piece> pieces, Moment moment)
    {
        if (moment.Named is NamedTime.DayFromNow { Days: > 0 } or NamedTime.PeriodFromNow { Offset: > 0 } or NamedTime.Stretch { Count: > 0 } && moment.Preposition is not "within")
            return Tense.Future;
        bool isHeadline = moment.Preposition is "" or "on" or "in" && char.IsLetterOrDigit(text[pieces[^1].End - 1]);
        int token = pieces[moment.CoreEnd - 1].Token;
        if (ClauseTense.LiesAhead(sentence, token))
            return Tense.Future;
        return IsMark(moment) && ClauseTense.IsBehindInfinitive(sentence, token) ? Tense.Future : ClauseTense.At(sentence, token, isHeadline);
    }

    /// <summary>Whether it bounds something to come: it lies ahead, and a preposition or the clause says so.</summary>
    private static bool IsDeadline(Moment moment, DateTime from, DateTime to, DateTime now, Tense tense)
    {
        if (to <= now || tense == Tense.Past)
            return false;
        // "declares today", "wins on Tuesday" of the same day tell no deadline; "this year" may.
        bool ahead = from > now || to - from > TimeSpan.FromDays(1) && !moment.IsAttribute;
        return ahead && tense == Tense.Future || IsMark(moment) && moment.Named is not NamedTime.TimeOfDay;
    }

    private static bool IsMark(Moment moment) => moment.Preposition is "by" or "before" or "within" or "until" or "till";

    private static DateTimeOffset Instant(DateTime local, TimeSpan zone) => new(DateTime.SpecifyKind(local - zone, DateTimeKind.Utc));
}
