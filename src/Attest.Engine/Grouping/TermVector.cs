namespace Attest.Engine.Grouping;

/// <summary>A term of a report or a story with its weight in each field.</summary>
/// <param name="Term">The term's number in the grouper's vocabulary.</param>
/// <param name="Text">Weight among all terms.</param>
/// <param name="Name">Weight among proper names.</param>
/// <param name="Lead">Weight among the terms of title and opening.</param>
/// <param name="Figure">Weight among numbers.</param>
/// <param name="Reports">How many reports bear it.</param>
internal readonly record struct TermWeight(int Term, float Text, float Name, float Lead, float Figure, float Reports)
{
    /// <summary>The sum of the weights of two entries of one term.</summary>
    public static TermWeight operator +(TermWeight a, TermWeight b) =>
        new(a.Term, a.Text + b.Text, a.Name + b.Name, a.Lead + b.Lead, a.Figure + b.Figure, a.Reports + b.Reports);
}

/// <summary>Terms in order of their numbers. A report's has unit length in every field; a story's is the sum of its reports'.</summary>
internal sealed class TermVector(TermWeight[] terms, int reports)
{
    /// <summary>The empty sum.</summary>
    public static TermVector Empty { get; } = new([], 0);

    /// <summary>How many reports were added up.</summary>
    public int Reports { get; } = reports;

    /// <summary>The entries, by term number.</summary>
    public ReadOnlySpan<TermWeight> Terms => terms;

    /// <summary>The sum of two vectors.</summary>
    public TermVector Plus(TermVector other)
    {
        var sum = new List<TermWeight>(terms.Length + other.Terms.Length);
        var b = other.Terms;
        int i = 0, j = 0;
        while (i < terms.Length || j < b.Length)
        {
            if (j == b.Length || (i < terms.Length && terms[i].Term < b[j].Term))
                sum.Add(terms[i++]);
            else if (i == terms.Length || b[j].Term < terms[i].Term)
                sum.Add(b[j++]);
            else
                sum.Add(terms[i++] + b[j++]);
        }
        return new TermVector([.. sum], Reports + other.Reports);
    }

    /// <summary>The scalar product in the field of all terms.</summary>
    public double TextProduct(TermVector other)
    {
        double product = 0;
        var b = other.Terms;
        int i = 0, j = 0;
        while (i < terms.Length && j < b.Length)
        {
            if (terms[i].Term < b[j].Term)
                i++;
            else if (b[j].Term < terms[i].Term)
                j++;
            else
                product += (double)terms[i++].Text * b[j++].Text;
        }
        return product;
    }
}
