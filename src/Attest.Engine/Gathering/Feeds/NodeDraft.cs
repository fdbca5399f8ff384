using System.Collections.Immutable;
using Attest.Engine.Gathering.Dates;
using Attest.Engine.Gathering.Markup;

namespace Attest.Engine.Gathering.Feeds;

/// <summary>
/// Collects what the children of a feed, item or source say. Formats mix: elements are taken by their meaning, whichever format they come from. The
/// first of several titles, texts and ids counts, the format's own before an extension's; of several dates of one meaning the last.
/// </summary>
internal sealed class NodeDraft(FeedFormat format, Surroundings around)
{
    private const string Plain = "text/plain", Html = "text/html";

    private readonly ImmutableArray<FeedLink>.Builder links = ImmutableArray.CreateBuilder<FeedLink>();
    private readonly ImmutableArray<FeedPerson>.Builder authors = ImmutableArray.CreateBuilder<FeedPerson>();
    private readonly ImmutableArray<FeedPerson>.Builder contributors = ImmutableArray.CreateBuilder<FeedPerson>();
    private readonly ImmutableArray<FeedTag>.Builder tags = ImmutableArray.CreateBuilder<FeedTag>();
    private readonly ImmutableArray<FeedExtension>.Builder extensions = ImmutableArray.CreateBuilder<FeedExtension>();
    private readonly ImmutableArray<FeedText>.Builder content = ImmutableArray.CreateBuilder<FeedText>();
    private FeedText? title, fallbackTitle, summary, fallbackSummary, subtitle, rights;
    private FeedDate? published, updated, created, expires;
    private string? id, link, fallbackLink, language, image;
    private FeedPerson? publisher;

    /// <summary>Texts beside the summary.</summary>
    public ImmutableArray<FeedText> Content => content.ToImmutable();

    /// <summary>A note for those who open the feed in a browser.</summary>
    public FeedText? Info { get; private set; }

    /// <summary>What wrote the feed.</summary>
    public FeedGenerator? Generator { get; private set; }

    /// <summary>Address of the small picture.</summary>
    public string? Icon { get; private set; }

    /// <summary>Address of the wide picture.</summary>
    public string? Logo { get; private set; }

    /// <summary>Address of the discussion.</summary>
    public string? Comments { get; private set; }

    /// <summary>The feed that the item is from.</summary>
    public FeedSource? Source { get; private set; }

    /// <summary>How long readers are asked to wait.</summary>
    public TimeSpan? AskedInterval { get; private set; }

    /// <summary>Takes an element's attributes and children; items in it are left to whoever reads them.</summary>
    public NodeDraft Take(MarkupNode.Element element)
    {
        language ??= element.Attributes["xml:lang"] is { Length: > 0 } own ? own.Replace('_', '-') : null;
        if (element.Attributes["rdf:about"] is { Length: > 0 } about && XmlFeed.IsItem(element))
            id = about;
        if (element.Attributes["href"] is { Length: > 0 } href && element.Name is "item" or "channel")
            AddLink(new FeedLink("alternate", Addresses.Resolve(around.BaseAt(element), href), Html));
        if (element.Attributes["lastmod"] is { } changed)
            updated = Date(changed);
        foreach (var child in element.Elements)
            if (!XmlFeed.IsItem(child))
                TakeChild(child);
        var asked = UpdatePeriod.Of(element);
        AskedInterval ??= asked;
        return this;
    }

    /// <summary>The node with what was collected.</summary>
    public T Fill<T>(T node) where T : FeedNode => node with
    {
        Title = title ?? fallbackTitle,
        Summary = summary ?? fallbackSummary,
        Subtitle = subtitle,
        Rights = rights,
        Id = id,
        Link = link ?? fallbackLink,
        Links = links.ToImmutable(),
        Published = published,
        Updated = updated,
        Created = created,
        Expires = expires,
        Authors = authors.ToImmutable(),
        Contributors = contributors.ToImmutable(),
        Publisher = publisher,
        Tags = tags.ToImmutable(),
        Language = language,
        Image = image,
        Extensions = extensions.ToImmutable(),
    };

    private void TakeChild(MarkupNode.Element e)
    {
        switch (e.Name)
        {
            case "title" or "dc:title":
                title ??= NotEmpty(Text(e, Plain));
                break;
            case "media:title" or "itunes:title" or "news:title":
                fallbackTitle ??= NotEmpty(Text(e, Plain));
                break;
            case "description" or "dc:description" or "abstract":
                TakeSummary(Text(e, Html));
                break;
            case "summary" or "itunes:summary":
                TakeSummary(Text(e, Plain));
                break;
            case "media:description":
                fallbackSummary ??= NotEmpty(Text(e, Plain));
                break;
            case "content" or "content:encoded" or "fullitem" or "body" or "xhtml:body":
                content.Add(Text(e, e.Name == "content" ? Plain : e.Name.EndsWith("body", StringComparison.Ordinal) ? "application/xhtml+xml" : Html));
                break;
            case "tagline" or "subtitle" or "itunes:subtitle":
                subtitle ??= Text(e, Plain);
                break;
            case "copyright" or "rights" or "dc:rights":
                rights ??= Text(e, Plain);
                break;
            case "info" or "feedburner:browserfriendly":
                Info ??= Text(e, Plain);
                break;
            case "id" or "guid":
                TakeId(e);
                break;
            case "link" or "itunes:link":
                TakeLink(e);
                break;
            case "enclosure":
                AddLink(LinkOf(e, e.Attributes["url"] ?? e.Attributes["href"], "enclosure"));
                break;
            case "comments":
                Comments = Address(e, e.Characters);
                break;
            case "source":
                Source = SourceOf(e);
                break;
            case "media:group":
                foreach (var part in e.Elements)
                    TakeChild(part);
                break;
            default:
                TakeOther(e);
                break;
        }
    }

    private void TakeOther(MarkupNode.Element e)
    {
        switch (e.Name)
        {
            case "pubdate" or "published" or "issued" or "dcterms:issued" or "news:publication_date":
                published = Date(e.Characters);
                break;
            case "updated" or "modified" or "lastbuilddate" or "dc:date" or "dcterms:modified" or "lastmod":
                updated = Date(e.Characters);
                break;
            case "created" or "dcterms:created":
                created = Date(e.Characters);
                break;
            case "expirationdate" or "expires":
                expires = Date(e.Characters);
                break;
            case "author" or "managingeditor" or "dc:author" or "dc:creator" or "itunes:author":
                if (Persons.Read(e, around) is { } author)
                    authors.Add(author);
                break;
            case "contributor" or "dc:contributor":
                if (Persons.Read(e, around) is { } contributor)
                    contributors.Add(contributor);
                break;
            case "webmaster" or "dc:publisher" or "itunes:owner":
                publisher ??= Persons.Read(e, around);
                break;
            case "category" or "dc:subject" or "keywords" or "itunes:keywords" or "itunes:category" or "tags" or "news:keywords":
                FeedTags.Read(e, tags);
                break;
            case "language" or "dc:language":
                language = e.Characters.Length > 0 ? e.Characters : language;
                break;
            case "generator":
                Generator ??= new FeedGenerator(e.Characters, (e.Attributes["uri"] ?? e.Attributes["url"]) is { } made ? Address(e, made) : null, e.Attributes["version"]);
                break;
            case "icon":
                Icon = Address(e, e.Characters);
                break;
            case "logo":
                Logo = Address(e, e.Characters);
                break;
            case "image" or "itunes:image":
                if ((e.Attributes["href"] ?? e.Attributes["url"] ?? e.First("url")?.Characters ?? (e.Elements.Any() ? null : e.Characters)) is { Length: > 0 } picture)
                    image ??= Address(e, picture);
                extensions.Add(Extension(e, MostLevels));
                break;
            case "ttl":
                AskedInterval = UpdatePeriod.OfMinutes(e.Characters) ?? AskedInterval;
                break;
            case "rdf:li" or "items" or "channel":
                break;
            default:
                extensions.Add(Extension(e, MostLevels));
                break;
        }
    }

    private void TakeSummary(FeedText text)
    {
        if (summary is null && text.Value.Length > 0)
            summary = text;
        else if (summary is not null)
            content.Add(text);
    }

    private void TakeId(MarkupNode.Element e)
    {
        bool leadsThere = e.Name == "guid" && !string.Equals(e.Attributes["ispermalink"], "false", StringComparison.OrdinalIgnoreCase);
        string value = leadsThere || e.Name == "id" ? Address(e, e.Characters) : e.Characters;
        if (value.Length == 0)
            return;
        if (id is null || e.Name == "id")
            id = value;
        if (leadsThere && Addresses.SchemeOf(value) is "http" or "https")
            fallbackLink ??= value;
    }

    private void TakeLink(MarkupNode.Element e)
    {
        string? href = e.Attributes["href"] ?? (e.Characters.Length > 0 ? e.Characters : null);
        string relation = e.Attributes["rel"] ?? "alternate";
        if (e.Name == "itunes:link")
        {
            image ??= relation == "image" && href is not null ? Address(e, href) : null;
            return;
        }
        AddLink(LinkOf(e, href, relation));
    }

    private FeedLink? LinkOf(MarkupNode.Element e, string? href, string relation) => href is null
        ? null
        : new FeedLink(relation, Address(e, href), e.Attributes["type"] ?? (relation == "alternate" ? Html : null))
        {
            Title = e.Attributes["title"],
            Language = e.Attributes["hreflang"],
            Length = e.Attributes["length"],
        };

    private void AddLink(FeedLink? added)
    {
        if (added is null)
            return;
        links.Add(added);
        if (added.Relation == "alternate" && added.Address.Length > 0 && added.Type is Html or "application/xhtml+xml")
            link ??= added.Address;
    }

    private FeedSource SourceOf(MarkupNode.Element e)
    {
        var inner = new NodeDraft(format, around).Take(e);
        var source = inner.Fill(new FeedSource { Generator = inner.Generator, Icon = inner.Icon, Logo = inner.Logo });
        // RSS: the other feed's name with its address.
        return e.Elements.Any() ? source : source with { Title = Text(e, Plain), Link = e.Attributes["url"] is { } url ? Address(e, url) : null };
    }

    // Deeper than any vocabulary that is met.
    private const int MostLevels = 6;

    private FeedExtension Extension(MarkupNode.Element e, int levels) => new(
        e.Name,
        e.Name is "docs" or "url" or "link" or "wfw:comment" or "wfw:commentrss" ? Address(e, e.Characters) : levels == 0 ? "" : e.Characters,
        [.. e.Attributes.All],
        levels == 0 ? [] : [.. e.Elements.Select(c => Extension(c, levels - 1))]);

    private FeedText Text(MarkupNode.Element e, string usual) => TextConstruct.Read(e, format, usual, around);

    private string Address(MarkupNode.Element e, string reference) => reference.Length == 0 ? "" : Addresses.Resolve(around.BaseAt(e), reference);

    private static FeedDate Date(string written) => new(written, FeedDates.Read(written));

    private static FeedText? NotEmpty(FeedText text) => text.Value.Length == 0 ? null : text;
}
