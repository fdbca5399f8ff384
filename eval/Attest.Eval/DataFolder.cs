namespace Attest.Eval;

/// <summary>The labelled data, laid out as its README says, and the split that is measured.</summary>
/// <param name="Root">The folder.</param>
/// <param name="Split">"dev" or "test"; part of the names of files.</param>
internal sealed record DataFolder(string Root, string Split)
{
    /// <summary>Whether the held-back part is measured.</summary>
    public bool IsTest => Split == "test";

    /// <summary>A file's path; "{split}" in it stands for the split: <c>Path("language/ewt/{split}.conllu")</c>.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public string Path(string name)
    {
        string path = System.IO.Path.Combine(Root, name.Replace("{split}", Split, StringComparison.Ordinal));
        return File.Exists(path) ? path : throw new FileNotFoundException($"no file {path}", path);
    }

    /// <summary>The lines of a file that are not blank; see <see cref="Path"/> for the name.</summary>
    public IEnumerable<string> Lines(string name) => File.ReadLines(Path(name)).Where(l => l.Length > 0);
}
