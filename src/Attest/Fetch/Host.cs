using Attest.Engine.Gathering.Manners;

namespace Attest.Fetch;

/// <summary>What waits to be asked of one host. One request at a time, none before <see cref="FreeAt"/>.</summary>
internal sealed class Host
{
    private readonly LinkedList<Errand> waiting = new();

    /// <summary>When the host may be asked again.</summary>
    public DateTimeOffset FreeAt { get; set; }

    /// <summary>Whether a request is under way.</summary>
    public bool IsBusy { get; set; }

    /// <summary>Errands that wait.</summary>
    public int Waiting => waiting.Count;

    /// <summary>Puts an errand at the end of the line.</summary>
    public void Add(Errand errand) => waiting.AddLast(errand);

    /// <summary>Puts an errand before all others.</summary>
    public void AddFirst(Errand errand) => waiting.AddFirst(errand);

    /// <summary>The first in the line; null where nothing waits.</summary>
    public Errand? First => waiting.First?.Value;

    /// <summary>Takes the first out of the line.</summary>
    public Errand Take()
    {
        var first = waiting.First!.Value;
        waiting.RemoveFirst();
        return first;
    }
}

/// <summary>What a site's robots.txt says, as far as it is known.</summary>
/// <param name="Rules">The rules; null while they are asked for.</param>
/// <param name="Until">How long they hold (RFC 9309, 2.4: at most a day).</param>
internal sealed record SiteRules(Robots? Rules, DateTimeOffset Until)
{
    /// <summary>Why the site may not be asked at all, rules or not: waiting does not mend it. Null where it may.</summary>
    public Fetched.Failed? Closed { get; init; }
}

/// <summary>Something to be fetched.</summary>
/// <param name="Target">Address to be asked.</param>
/// <param name="Hops">Redirects that led to it.</param>
internal abstract record Errand(Uri Target, int Hops)
{
    /// <summary>The site whose rules hold for it.</summary>
    public string Site => Target.GetLeftPart(UriPartial.Authority);

    /// <summary>A feed.</summary>
    /// <param name="Target">Address to be asked.</param>
    /// <param name="Hops">Redirects that led to it.</param>
    /// <param name="Given">Address of the feed as a person gave it.</param>
    /// <param name="MovedTo">Where permanent redirects led so far; null without any.</param>
    /// <param name="IsForGood">Whether all redirects so far were permanent.</param>
    internal sealed record OfFeed(Uri Target, int Hops, string Given, string? MovedTo, bool IsForGood) : Errand(Target, Hops);

    /// <summary>A page.</summary>
    /// <param name="Target">Address to be asked.</param>
    /// <param name="Hops">Redirects that led to it.</param>
    /// <param name="Link">Address as the feed names it.</param>
    internal sealed record OfPage(Uri Target, int Hops, string Link) : Errand(Target, Hops);

    /// <summary>A site's rules for robots.</summary>
    /// <param name="Target">Address to be asked.</param>
    /// <param name="Hops">Redirects that led to it.</param>
    /// <param name="For">The site.</param>
    internal sealed record OfRules(Uri Target, int Hops, string For) : Errand(Target, Hops);
}
