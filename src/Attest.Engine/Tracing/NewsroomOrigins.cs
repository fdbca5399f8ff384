using Attest.Engine.Model;

namespace Attest.Engine.Tracing;

/// <summary>The origins of what outlets report themselves.</summary>
internal static class NewsroomOrigins
{
    /// <summary>The id of an outlet's own reporting. It does not depend on what is known of the outlet: a credit may name it before its first report is held.</summary>
    public static OriginId IdOf(string outlet) => OriginId.Of(OriginKind.Newsroom, NameKeys.OfOutlet(outlet));

    /// <summary>An outlet's own reporting; outlets of one owner share the first one's (R3).</summary>
    public static Origin Of(Outlet outlet, EarlierReports story)
    {
        var first = story.Outlets.FirstOrDefault(o => o.Family == outlet.Family && o.IsIssuer == outlet.IsIssuer) ?? outlet;
        return new Origin(IdOf(first.Name), first.Kind == OutletKind.Agency ? OriginKind.Agency : OriginKind.Newsroom, first.Name);
    }

    /// <summary>The reporting of an outlet that a report credits or relays by name, and its family.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="story">What the story holds.</param>
    /// <param name="unheld">What such an origin is where the story holds no report of it.</param>
    public static (Origin Origin, string Family) Of(string name, EarlierReports story, OriginKind unheld) =>
        story.Outlet(name) is { } outlet ? (Of(outlet, story), outlet.Family) : (new Origin(IdOf(name), unheld, name), NameKeys.OfOutlet(name));
}
