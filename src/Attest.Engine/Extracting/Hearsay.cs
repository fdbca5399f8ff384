
namespace Attest.Engine.Extracting;

/// <summary>"The governor said he had the news from the families": all that the governor says in the report he has from them (R2).</summary>
internal static class Hearsay
{
    public static void Apply(ReportReading reading, Speakers speakers, StatementList statements)
    {
        foreach (var a in reading.Attributions)
        {
            if (a.ContentHead < 0 || a.Frame != Frame.Clause || a.SourceHead is null)
                continue;
            var s = reading.Text.Sentences[a.CueHead.Sentence];
            int from = Speakers.HearsayFrom(s, a.ContentHead);
            if (from < 0 || speakers.Of(a) is not { } speaker || speakers.Of(a with { SourceHead = new TokenRef(s.Index, from) }) is not { } source)
                continue;
            for (int i = 0; i < statements.Count; i++)
                if (statements[i].Speaker is { } said && said.Key == speaker.Key)
                    statements[i] = statements[i] with { Speaker = said with { HasItFrom = source.Key } };
        }
    }
}
