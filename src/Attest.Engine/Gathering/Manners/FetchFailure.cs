namespace Attest.Engine.Gathering.Manners;

/// <summary>Why nothing was fetched.</summary>
public enum FetchFailure
{
    /// <summary>The address is no http or https address.</summary>
    BadAddress,

    /// <summary>The name server knows no such host.</summary>
    NoSuchHost,

    /// <summary>The host's address is of a private or reserved network.</summary>
    ClosedAddress,

    /// <summary>No connection came about.</summary>
    Unreachable,

    /// <summary>The connection could not be made secure.</summary>
    Insecure,

    /// <summary>The answer took too long.</summary>
    TimedOut,

    /// <summary>The answer broke off.</summary>
    BrokenOff,

    /// <summary>One redirect followed the other too often, or in a circle.</summary>
    TooManyRedirects,

    /// <summary>A redirect leads to an address that is not fetched.</summary>
    BadRedirect,

    /// <summary>The site asks robots to stay away (robots.txt).</summary>
    RobotsDisallow,

    /// <summary>The site could not say whether robots may come: its robots.txt cannot be read for the moment, so nothing else is asked for (RFC 9309, 2.3.1.4).</summary>
    RulesUnreadable,

    /// <summary>The server asks for a login or refuses (401, 403, 451).</summary>
    Refused,

    /// <summary>There is nothing at the address (404).</summary>
    NotFound,

    /// <summary>There will never again be anything at the address (410).</summary>
    Gone,

    /// <summary>The server asks to come later (429, or 503 with Retry-After).</summary>
    AskedToWait,

    /// <summary>The server is in trouble (5xx).</summary>
    ServerTrouble,

    /// <summary>The server answered with a status that means nothing here.</summary>
    StrangeAnswer,

    /// <summary>The answer is larger than the limit.</summary>
    TooLarge,

    /// <summary>The answer unpacks to far more than was sent.</summary>
    Bomb,

    /// <summary>The answer is packed in a way that was not offered, or its packing is broken.</summary>
    BadPacking,

    /// <summary>What came is no document that can be read; the document is set aside until it changes.</summary>
    Unreadable,
}

/// <summary>The causes in words for whoever keeps the feeds (R19).</summary>
public static class FetchFailureWords
{
    extension(FetchFailure cause)
    {
        /// <summary>What is wrong.</summary>
        public string Says => cause switch
        {
            FetchFailure.BadAddress => "the address is no http or https address",
            FetchFailure.NoSuchHost => "the host's name is not known",
            FetchFailure.ClosedAddress => "the host is on a private or reserved network",
            FetchFailure.Unreachable => "the host does not answer",
            FetchFailure.Insecure => "the host's certificate is not valid",
            FetchFailure.TimedOut => "the answer took too long",
            FetchFailure.BrokenOff => "the answer broke off",
            FetchFailure.TooManyRedirects => "the address leads on in a circle",
            FetchFailure.BadRedirect => "the address leads on to one that is not fetched",
            FetchFailure.RobotsDisallow => "the site asks robots to stay away",
            FetchFailure.RulesUnreadable => "the site's robots.txt cannot be read for the moment",
            FetchFailure.Refused => "the server refuses",
            FetchFailure.NotFound => "there is nothing at the address",
            FetchFailure.Gone => "the feed has ended: the server says it is gone for good",
            FetchFailure.AskedToWait => "the server asks to come later",
            FetchFailure.ServerTrouble => "the server is in trouble",
            FetchFailure.StrangeAnswer => "the server's answer makes no sense",
            FetchFailure.TooLarge => "the document is larger than the limit",
            FetchFailure.Bomb => "the document unpacks to far more than was sent, as attacks do",
            FetchFailure.BadPacking => "the answer's compression cannot be read",
            FetchFailure.Unreadable => "the document cannot be read; it is set aside until it changes",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        /// <summary>What to do about it.</summary>
        public string Mend => cause switch
        {
            FetchFailure.BadAddress or FetchFailure.NoSuchHost => "correct the address, or remove the feed",
            FetchFailure.ClosedAddress => "allow the host by name in the settings if it is yours",
            FetchFailure.BadRedirect => "look where the address leads in a browser; allow the host by name if it is yours",
            FetchFailure.Unreachable or FetchFailure.TimedOut or FetchFailure.BrokenOff or FetchFailure.ServerTrouble or FetchFailure.AskedToWait or FetchFailure.RulesUnreadable => "nothing: it is tried again",
            FetchFailure.Insecure => "tell the publisher; it is tried again",
            FetchFailure.TooManyRedirects or FetchFailure.NotFound or FetchFailure.StrangeAnswer => "look for the feed's new address on the site",
            FetchFailure.RobotsDisallow => "ask the publisher to let this program in by its name",
            FetchFailure.Refused => "ask the publisher for access, or remove the feed",
            FetchFailure.Gone => "remove the feed, or look for its successor on the site",
            FetchFailure.TooLarge => "ask the publisher for a shorter feed; it is tried again when it changes",
            FetchFailure.Bomb or FetchFailure.BadPacking => "remove the feed unless you trust its publisher, and tell him",
            FetchFailure.Unreadable => "look at the address in a browser, or remove the feed",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
