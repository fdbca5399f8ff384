namespace Attest.Engine.Reading.Pages;

/// <summary>What a block says of itself by its tag, role, class and id.</summary>
internal enum BlockRole
{
    /// <summary>Nothing that decides.</summary>
    Plain,

    /// <summary>It calls itself the article's body.</summary>
    Body,

    /// <summary>It calls itself content, one of several on the page perhaps.</summary>
    Content,

    /// <summary>It calls itself something beside the article: share bar, related links, caption, byline.</summary>
    Furniture,
}
