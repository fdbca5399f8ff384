using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Attest.Tests.Web;

/// <summary>The examples of <c>docs/api.md</c>, word for word, compiled; <see cref="ApiExamplesTests"/> runs them and compares them with the page.</summary>
internal static class ApiExamples
{
    public static async Task<IReadOnlyList<string>> ConfirmedAsync(HttpClient attest)
    {
        var lines = new List<string>();
        var list = await attest.GetFromJsonAsync<JsonElement>("api/v1/stories?limit=20");
        foreach (var row in list.GetProperty("stories").EnumerateArray())
        {
            var story = await attest.GetFromJsonAsync<JsonElement>($"api/v1/stories/{row.GetProperty("slug").GetString()}");
            foreach (var claim in story.GetProperty("claims").EnumerateArray().Where(c => c.GetProperty("confirmed").GetBoolean()))
                lines.Add($"{claim.GetProperty("text").GetString()} ({claim.GetProperty("origins").GetInt32()} origins)");
        }
        return lines;
    }

    public static async IAsyncEnumerable<JsonElement> AllAsync(HttpClient attest, string address, string list)
    {
        for (string? cursor = ""; cursor is not null;)
        {
            var part = await attest.GetFromJsonAsync<JsonElement>(cursor.Length == 0 ? address : $"{address}?cursor={cursor}");
            foreach (var item in part.GetProperty(list).EnumerateArray())
                yield return item;
            cursor = part.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
    }

    public static async Task<string?> ChangedAsync(HttpClient attest, string address, EntityTagHeaderValue? have)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (have is not null)
            request.Headers.IfNoneMatch.Add(have);
        using var answer = await attest.SendAsync(request);
        return answer.StatusCode == HttpStatusCode.NotModified ? null : await answer.Content.ReadAsStringAsync();
    }

    public static async IAsyncEnumerable<(string Id, string Kind, JsonElement Data)> ListenAsync(HttpClient attest, string slug, string? lastId, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/v1/stories/{slug}/changes");
        if (lastId is not null)
            request.Headers.Add("Last-Event-ID", lastId);
        using var answer = await attest.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        await foreach (var item in SseParser.Create(await answer.Content.ReadAsStreamAsync(cancel)).EnumerateAsync(cancel))
            yield return (item.EventId ?? "", item.EventType, JsonSerializer.Deserialize<JsonElement>(item.Data));
    }

    public static async Task<int> SendAsync(HttpClient attest, string token, params IEnumerable<object> reports)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/reports");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = new StringContent(string.Join('\n', reports.Select(r => JsonSerializer.Serialize(r))), Encoding.UTF8, "application/x-ndjson");
        using var answer = await attest.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accepted").GetInt32();
    }
}
