using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Attest.Engine.Gathering.Manners;
using Attest.Telemetry;

namespace Attest.Fetch;

/// <summary>
/// Asks for one address, once, within the limits. Follows nothing, remembers nothing, keeps no cookies, uses no proxy: what is polite is decided by
/// <see cref="Gatherer"/>, and every request that leaves this program passes through here.
/// </summary>
internal sealed class WebFetcher : IDisposable
{
    private readonly FetchSettings settings;
    private readonly TimeProvider clock;
    private readonly HttpClient client;

    public WebFetcher(FetchSettings settings, TimeProvider clock, LookUp? lookUp = null)
    {
        (this.settings, this.clock) = (settings, clock);
        client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = new SafeConnection(settings, lookUp).OpenAsync,
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxConnectionsPerServer = 1,
            MaxResponseHeadersLength = settings.MaxHeaderKilobytes,
            MaxResponseDrainSize = 0,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        {
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Whether an address is one that is asked for at all.</summary>
    public static bool IsWeb(Uri address) => address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.Host.Length > 0;

    /// <summary>Asks for an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="held">The version that we hold.</param>
    /// <param name="accept">Media types that are of use.</param>
    /// <param name="cancel">Ends the request.</param>
    public async Task<Fetched> GetAsync(Uri address, Validators? held, string accept, CancellationToken cancel)
    {
        using var run = Stage.Begin(Stage.Fetch);
        var fetched = await AskAsync(address, held, accept, cancel);
        Stage.Fetched(fetched is Fetched.Failed failed ? failed.Cause.ToString() : fetched.GetType().Name);
        return fetched;
    }

    private async Task<Fetched> AskAsync(Uri address, Validators? held, string accept, CancellationToken cancel)
    {
        if (!IsWeb(address))
            return new Fetched.Failed(FetchFailure.BadAddress);
        using var late = new CancellationTokenSource(settings.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        try
        {
            using var request = Request(address, held, accept);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await ReadAsync(address, answer, either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Fetched.Failed(FetchFailure.TimedOut);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
        {
            return CauseOf(e);
        }
    }

    /// <summary>Sends something to an address, once; the answer's body is not read, and no redirect is followed: what is sent is for that address alone.</summary>
    /// <param name="address">The address.</param>
    /// <param name="headers">Headers beside the type.</param>
    /// <param name="type">Media type of the body.</param>
    /// <param name="body">The body.</param>
    /// <param name="cancel">Ends the request.</param>
    public async Task<Sent> PostAsync(Uri address, IEnumerable<KeyValuePair<string, string>> headers, string type, byte[] body, CancellationToken cancel)
    {
        if (!IsWeb(address))
            return new Sent.Failed(FetchFailure.BadAddress);
        using var run = Stage.Begin(Stage.Send);
        using var late = new CancellationTokenSource(settings.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            request.Headers.TryAddWithoutValidation("User-Agent", settings.UserAgent);
            foreach (var (name, value) in headers)
                request.Headers.TryAddWithoutValidation(name, value);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            int status = (int)answer.StatusCode;
            string? asked = Header(answer, "Retry-After");
            return status is >= 200 and < 300 ? new Sent.Arrived()
                : status is >= 300 and < 400 ? new Sent.Failed(FetchFailure.BadRedirect, status)
                : new Sent.Failed(CauseOf(status, asked is not null), status, AnswerHeaders.RetryAfter(asked, clock.GetUtcNow()));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Sent.Failed(FetchFailure.TimedOut);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
        {
            var failed = CauseOf(e);
            return new Sent.Failed(failed.Cause, Detail: failed.Detail);
        }
    }

    public void Dispose() => client.Dispose();

    private HttpRequestMessage Request(Uri address, Validators? held, string accept)
    {
        // Names and passwords in addresses are nobody's business but the operator's.
        var plain = address.UserInfo.Length == 0 ? address : new UriBuilder(address) { UserName = "", Password = "" }.Uri;
        var request = new HttpRequestMessage(HttpMethod.Get, plain);
        request.Headers.TryAddWithoutValidation("User-Agent", settings.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        if (held?.ETag is { } tag)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (held?.LastModified is { } modified)
            request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        return request;
    }

    private async Task<Fetched> ReadAsync(Uri address, HttpResponseMessage answer, CancellationToken cancel)
    {
        int status = (int)answer.StatusCode;
        var freshness = AnswerHeaders.Freshness(Header(answer, "Cache-Control"), Header(answer, "Age"));
        switch (status)
        {
            case 304:
                return new Fetched.Unchanged(freshness);
            case 301 or 302 or 303 or 307 or 308:
                return Uri.TryCreate(address, Header(answer, "Location") ?? "", out var to) && Header(answer, "Location") is { Length: > 0 } && IsWeb(to)
                    ? new Fetched.Moved(to, status is 301 or 308)
                    : new Fetched.Failed(FetchFailure.BadRedirect, status);
            case >= 200 and < 300 and not 204 and not 205 and not 206:
                break;
            default:
                return new Fetched.Failed(CauseOf(status, Header(answer, "Retry-After") is not null), status, AnswerHeaders.RetryAfter(Header(answer, "Retry-After"), clock.GetUtcNow()), $"status {status}");
        }
        var validators = new Validators(Header(answer, "ETag"), Header(answer, "Last-Modified"));
        if (answer.Content.Headers.ContentLength > settings.MaxWireBytes)
            return new Fetched.Failed(FetchFailure.TooLarge, status) { SetAside = validators };
        var body = await BoundedBody.ReadAsync(await answer.Content.ReadAsStreamAsync(cancel), [.. answer.Content.Headers.ContentEncoding], settings, cancel);
        if (body.Failure is { } failure && !(body.BrokeOff && body.Bytes.Length > 0))
            return new Fetched.Failed(failure, status) { SetAside = body.BrokeOff ? null : validators };
        // Half a document is not the version that its validators name.
        if (body.BrokeOff)
            validators = new Validators(null, null);
        return new Fetched.Document(body.Bytes, Header(answer, "Content-Type"), Header(answer, "Content-Location"), Header(answer, "Content-Language"), validators, freshness, !body.BrokeOff);
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.NonValidated.TryGetValues(name, out var values) || answer.Content.Headers.NonValidated.TryGetValues(name, out values) ? values.ToString() : null;

    private static FetchFailure CauseOf(int status, bool saysWhen) => status switch
    {
        401 or 402 or 403 or 407 or 451 => FetchFailure.Refused,
        404 => FetchFailure.NotFound,
        410 => FetchFailure.Gone,
        429 => FetchFailure.AskedToWait,
        503 when saysWhen => FetchFailure.AskedToWait,
        408 or >= 500 => FetchFailure.ServerTrouble,
        _ => FetchFailure.StrangeAnswer,
    };

    private static Fetched.Failed CauseOf(Exception e)
    {
        for (Exception? inner = e; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case ClosedAddressException:
                    return new Fetched.Failed(FetchFailure.ClosedAddress, Detail: inner.Message);
                case AuthenticationException:
                    return new Fetched.Failed(FetchFailure.Insecure);
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }:
                    return new Fetched.Failed(FetchFailure.NoSuchHost);
                case SocketException:
                    return new Fetched.Failed(FetchFailure.Unreachable);
                case HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }:
                    return new Fetched.Failed(FetchFailure.TooLarge, Detail: "the answer's headers are larger than the limit");
                case HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse }:
                    return new Fetched.Failed(FetchFailure.StrangeAnswer);
            }
        }
        return new Fetched.Failed(FetchFailure.BrokenOff);
    }
}
