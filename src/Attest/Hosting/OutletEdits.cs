using System.Collections.Immutable;
using System.Globalization;
using Attest.Engine.Model;
using Attest.Engine.Publishing;
using Attest.Log;

namespace Attest.Hosting;

/// <summary>What an operator said of an outlet.</summary>
/// <param name="Key">Names it, in the log and in the stories that it changes.</param>
/// <param name="Number">Its place in the log.</param>
/// <param name="At">When.</param>
/// <param name="Facts">What was said.</param>
internal sealed record OutletEdit(string Key, long Number, DateTimeOffset At, OutletEditedBody Facts)
{
    /// <summary>Whether an outlet is meant: the one with that name, wherever it stands.</summary>
    public bool Covers(Outlet outlet) => SourceDocument.KeyOf(outlet.Name) == SourceDocument.KeyOf(Facts.Name);

    /// <summary>The outlet as it is known from then on. The host that was named bears the outlet out (R4); another that only calls itself so does not.</summary>
    public Outlet Of(Outlet outlet) => outlet with
    {
        Kind = Facts.Kind ?? outlet.Kind,
        KindFrom = Facts.Kind is null ? outlet.KindFrom : OutletFactSource.Operator,
        Family = Facts.Family ?? outlet.Family,
        HostBearsOut = outlet.HostBearsOut || Facts.Kind is not null && outlet.Host == Facts.Host,
    };
}

/// <summary>What operators said of outlets: a fold of the log. The reports keep the facts that they came with; what was said is laid over them where they are read.</summary>
internal sealed class OutletEdits(ILog log)
{
    private readonly Lock reading = new();
    private ImmutableArray<OutletEdit> all = [];
    private long newest = -1;

    /// <summary>All of them, oldest first.</summary>
    public ImmutableArray<OutletEdit> All
    {
        get
        {
            lock (reading)
            {
                if (log.Newest is var now && now != newest)
                {
                    while (log.NumberOf(KeyOf(all.Length)) is { } number && log.Read(number - 1).FirstOrDefault() is { } entry)
                        all = all.Add(new OutletEdit(KeyOf(all.Length), number, entry.At, LogJson.Read<OutletEditedBody>(entry.Body)));
                    newest = now;
                }
                return all;
            }
        }
    }

    /// <summary>The key of the edit after so many.</summary>
    public static string KeyOf(int before) => string.Create(CultureInfo.InvariantCulture, $"outlet|{before}");

    /// <summary>What holds of an outlet; null where nothing was said of it.</summary>
    /// <param name="outlet">The outlet as its report brought it.</param>
    /// <param name="applies">Whether an edit holds where the report is read.</param>
    public OutletEdit? Of(Outlet outlet, Func<OutletEdit, bool> applies) => All.LastOrDefault(e => applies(e) && e.Covers(outlet));
}
