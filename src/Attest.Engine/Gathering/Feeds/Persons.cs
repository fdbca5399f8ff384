using System.Text.RegularExpressions;
using Attest.Engine.Gathering.Markup;

namespace Attest.Engine.Gathering.Feeds;

/// <summary>Reads who is named: by elements (Atom), or by one line that holds name and mail address in any order (RSS).</summary>
internal static partial class Persons
{
    [GeneratedRegex(@"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,10}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Mailbox { get; }

    /// <summary>The person that an element names; null where it names none.</summary>
    public static FeedPerson? Read(MarkupNode.Element element, Surroundings around)
    {
        if (!element.Elements.Any())
            return OfLine(element.Characters);
        string? Child(params string[] names) => names.Select(n => element.First(n)?.Characters).FirstOrDefault(v => !string.IsNullOrEmpty(v));
        string? address = Child("uri", "url", "homepage", "href");
        var person = new FeedPerson(
            Child("name", "itunes:name"),
            Child("email", "itunes:email"),
            address is null ? null : Addresses.Resolve(around.BaseAt(element), address));
        return person is { Name: null, Email: null, Address: null } ? null : person;
    }

    /// <summary>The person that a line names.</summary>
    public static FeedPerson? OfLine(string line)
    {
        if (line.Length == 0)
            return null;
        if (line.Length > 512 || Mailbox.Match(line) is not { Success: true } mail)
            return new FeedPerson(line, null, null);
        string name = (line[..mail.Index].Replace("mailto:", "", StringComparison.OrdinalIgnoreCase) + line[(mail.Index + mail.Length)..])
            .Replace("()", "", StringComparison.Ordinal)
            .Replace("<>", "", StringComparison.Ordinal)
            .Trim(' ', '(', ')', '<', '>', ',', ';', '"');
        return new FeedPerson(name.Length == 0 ? null : name, mail.Value, null);
    }
}
