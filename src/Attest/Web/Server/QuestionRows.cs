using System.Collections.Immutable;
using Attest.Fetch;
using Attest.Hosting;

namespace Attest.Web.Server;

/// <summary>The followed questions with their stories, newest first.</summary>
internal static class QuestionRows
{
    public static ImmutableArray<QuestionRow> Of(FeedDesk desk, Archive archive)
    {
        var following = desk.Following;
        return
        [
            .. following.Questions.Reverse().Select(q => new QuestionRow(
                q.Story, q.Question, q.Since, archive.Find(q.Story)?.Document.Slug, following.Feeds.Values.Count(f => !f.HasLeft && f.Questions.Contains(q.Story)))),
        ];
    }
}
