using System.Collections.Immutable;
using Attest.Engine.Text.Figures;

namespace Attest.Engine.Text.Moments;

/// <summary>Reads the words that cut a time's edge off: "early", "late on", "mid-", "later", "the end of".</summary>
internal static class EdgeReader
{
    /// <summary>The edge that begins here and the piece after it; ("", at) where none does.</summary>
    public static (string Edge, int End) At(ImmutableArray<Piece> pieces, int at)
    {
        if (at + 1 >= pieces.Length)
            return ("", at);
        int word = pieces[at].Is("the") ? at + 1 : at;
        if (word + 2 < pieces.Length && pieces[word + 1].Is("of"))
        {
            string edge = pieces[word].Lower switch
            {
                "end" or "close" => "end",
                "start" or "beginning" or "turn" => "start",
                "middle" => "middle",
                _ => "",
            };
            if (edge.Length > 0)
                return (edge, word + 2);
        }
        if (pieces[at].Lower is not ("early" or "late" or "earlier" or "later" or "mid"))
            return ("", at);
        int next = at + 1;
        if (pieces[next].IsHyphen && pieces[next].Glued)
            next++;
        if (next + 1 < pieces.Length && pieces[next].Lower is "on" or "in")
            next++;
        return (pieces[at].Lower, next);
    }
}
