using System.Runtime.CompilerServices;
using static Attest.Engine.Text.FeatureHash;

namespace Attest.Engine.Text;

/// <summary>
/// What the parser looks at before each action: the three top words of the stack and the three first of the buffer, their dependants,
/// distances and numbers of dependants (after Zhang and Nivre 2011), with word clusters (after Koo et al. 2008).
/// </summary>
internal ref struct ParserFeatures
{
    /// <summary>More than there are.</summary>
    public const int Most = 192;

    private readonly Span<uint> to;
    private int count;

    private ParserFeatures(Span<uint> to) => this.to = to;

    /// <summary>Writes the features of a state and gives their number.</summary>
    /// <param name="words">The tagged sentence.</param>
    /// <param name="state">The state.</param>
    /// <param name="to">At least <see cref="Most"/> long.</param>
    public static int Of(WordBuffer words, ParseState state, Span<uint> to)
    {
        var features = new ParserFeatures(to);
        features.AddAll(words, state);
        return features.count;
    }

    private void AddAll(WordBuffer words, ParseState state)
    {
        int s0 = state.Stack(0), s1 = state.Stack(1), s2 = state.Stack(2), b0 = state.Front;
        int l0 = Of(state.Left, s0), l02 = Of(state.Left2, s0), r0 = Of(state.Right, s0), r02 = Of(state.Right2, s0);
        int l1 = Of(state.Left, s1), r1 = Of(state.Right, s1), r12 = Of(state.Right2, s1), lb = state.Left[b0], lb2 = state.Left2[b0];
        ref readonly var S0 = ref words[s0];
        ref readonly var S1 = ref words[s1];
        ref readonly var S2 = ref words[s2];
        ref readonly var B0 = ref words[b0];
        ref readonly var B1 = ref words[b0 + 1];
        ref readonly var B2 = ref words[b0 + 2];
        uint ws0 = S0.Lower, ws1 = S1.Lower, wb0 = B0.Lower, ts0 = S0.Xpos, ts1 = S1.Xpos, tb0 = B0.Xpos, us0 = S0.Upos, us1 = S1.Upos, us2 = S2.Upos, ub0 = B0.Upos, ub1 = B1.Upos;
        uint wts0 = Mix(ws0, ts0), wts1 = Mix(ws1, ts1), wtb0 = Mix(wb0, tb0);

        // Single words.
        Add(1);
        Add(ws0); Add(ts0); Add(wts0);
        Add(ws1); Add(ts1); Add(wts1);
        Add(wb0); Add(tb0); Add(wtb0);
        Add(B1.Lower); Add(B1.Xpos); Add(Mix(B1.Lower, B1.Xpos));
        Add(B2.Lower); Add(B2.Xpos);
        Add(S2.Lower); Add(S2.Xpos);

        // Pairs: stack and buffer, and within the stack.
        uint tt = Mix(ts0, tb0);
        Add(Mix(wts0, wtb0)); Add(Mix(wts0, wb0)); Add(Mix(wts0, tb0)); Add(Mix(ws0, wtb0)); Add(Mix(ts0, wtb0)); Add(Mix(ws0, wb0)); Add(tt); Add(Mix(us0, ub0));
        Add(Mix(wts0, wts1)); Add(Mix(wts0, ws1)); Add(Mix(ws0, wts1)); Add(Mix(wts0, ts1)); Add(Mix(ts0, wts1)); Add(Mix(ws0, ws1)); Add(Mix(ts0, ts1));
        Add(Mix(ts1, tb0)); Add(Mix(ws1, wb0)); Add(Mix(tb0, B1.Xpos));

        // Triples and fours of tags.
        Add(Mix(tt, B1.Xpos)); Add(Mix(Mix(us0, ub0), ub1, B2.Upos)); Add(Mix(ts1, tt)); Add(Mix(us2, us1, us0)); Add(Mix(Mix(us2, us1), us0, ub0)); Add(Mix(Mix(us1, us0), ub0, ub1));
        Add(Mix(ts1, tt, B1.Upos));

        // Dependants.
        ref readonly var L0 = ref Word(words, l0);
        ref readonly var R0 = ref Word(words, r0);
        ref readonly var L1 = ref Word(words, l1);
        ref readonly var R1 = ref Word(words, r1);
        ref readonly var LB = ref Word(words, lb);
        Add(Mix(tt, L0.Upos)); Add(Mix(tt, R0.Upos)); Add(Mix(tt, LB.Upos));
        uint ts = Mix(ts1, ts0);
        Add(Mix(ts, L0.Upos)); Add(Mix(ts, R0.Upos)); Add(Mix(ts, R1.Upos)); Add(Mix(ts, L1.Upos));
        uint rl0 = Relation(state, l0), rr0 = Relation(state, r0), rl1 = Relation(state, l1), rr1 = Relation(state, r1), rlb = Relation(state, lb);
        Add(Mix(rl0, ts0)); Add(Mix(rr0, ts0)); Add(Mix(rlb, tb0)); Add(Mix(rl1, ts1)); Add(Mix(rr1, ts1));
        Add(Mix(rl0, Relation(state, l02), ts0)); Add(Mix(rr0, Relation(state, r02), ts0)); Add(Mix(rlb, Relation(state, lb2), tb0)); Add(Mix(rr1, Relation(state, r12), ts1));
        Add(Mix(rr0, tt)); Add(Mix(rr1, ts)); Add(Mix(rlb, tt)); Add(Mix(rl0, ts)); Add(Mix(rl0, tt)); Add(Mix(rr0, ts));
        Add(Mix(L0.Lower, ws0)); Add(Mix(R0.Lower, ws0)); Add(Mix(LB.Lower, wb0)); Add(L0.Lower); Add(R0.Lower); Add(LB.Lower); Add(R1.Lower);
        Add(Mix(R0.Lower, ts0, wb0)); Add(Mix(ws1, L0.Lower, ws0));

        // Distances and numbers of dependants.
        uint distance = s0 < 0 ? 0 : (uint)Math.Min(b0 - s0, 8), distance1 = s1 < 0 ? 0 : (uint)Math.Min(s0 - s1, 8);
        Add(Mix(ws0, distance)); Add(Mix(ts0, distance)); Add(Mix(wb0, distance)); Add(Mix(tb0, distance)); Add(Mix(tt, distance)); Add(Mix(ws0, wb0, distance));
        Add(Mix(ts, distance1)); Add(Mix(ws0, ws1, distance1)); Add(Mix(ws1, distance1)); Add(Mix(ws0, distance1));
        uint v0 = Valency(state, s0), v1 = Valency(state, s1), vb = (uint)Math.Min(state.Lefts[b0], 5);
        Add(Mix(ws0, v0)); Add(Mix(ts0, v0)); Add(Mix(ws1, v1)); Add(Mix(ts1, v1)); Add(Mix(wb0, vb)); Add(Mix(tb0, vb));

        // Siblings, and what stands between the top of the stack and the buffer.
        Add(Mix(ts0, L0.Upos, Word(words, l02).Upos)); Add(Mix(ts0, R0.Upos, Word(words, r02).Upos)); Add(Mix(tb0, LB.Upos, Word(words, lb2).Upos));
        Add(Mix(B1.Xpos, B2.Xpos, words[b0 + 3].Xpos)); Add(Mix(ts1, wb0)); Add(Mix(ws1, tb0)); Add(Mix(ts1, R1.Upos, tb0)); Add(Mix(ws1, ws0, tb0));
        uint between = s0 < 0 ? 15u : words.Between(s0, b0);
        Add(Mix(tt, between)); Add(Mix(us0, ub0, between)); Add(Mix(wb0, ts0, between)); Add(Mix(ws0, tb0, between));
        uint between1 = s1 < 0 ? 15u : words.Between(s1, s0);
        Add(Mix(ts, between1)); Add(Mix(ts, between1, tb0));
        Add(Mix(S1.Shape, S0.Shape, ts)); Add(Mix(S0.Shape, B0.Shape, tt)); Add(Mix(S0.Lexical, B0.Lexical, tt));

        // Clusters.
        Add(Mix(ws0, B0.Fine)); Add(Mix(S0.Fine, wb0)); Add(Mix(ws1, S0.Fine)); Add(Mix(S1.Fine, ws0)); Add(Mix(S0.Coarse, B0.Coarse, B1.Coarse)); Add(Mix(S1.Fine, B0.Fine));
        Add(S0.Fine); Add(S1.Fine); Add(B0.Fine); Add(B1.Fine);
        Add(Mix(S0.Fine, B0.Fine)); Add(Mix(S0.Fine, S1.Fine)); Add(Mix(S0.Coarse, B0.Coarse)); Add(Mix(S1.Coarse, S0.Coarse)); Add(Mix(S1.Coarse, S0.Coarse, B0.Coarse));
        Add(Mix(Mix(S1.Coarse, ts1), Mix(S0.Coarse, ts0), L0.Lower));
        Add(Mix(S0.Fine, tt)); Add(Mix(B0.Fine, tt, 1)); Add(Mix(S1.Fine, ts)); Add(Mix(S0.Fine, ts, 1));

        // Punctuation before and behind the words, and whether quotation marks or brackets part them.
        uint p0 = B0.PunctuationBefore, p1 = B1.PunctuationBefore, before0 = S0.PunctuationBefore, before1 = S1.PunctuationBefore;
        uint behind0 = words[s0 + 1].PunctuationBefore, behind1 = s1 < 0 ? 1u : words[s1 + 1].PunctuationBefore;
        Add(p0); Add(behind0);
        Add(Mix(p0, tt)); Add(Mix(p0, ws0)); Add(Mix(p0, wb0)); Add(Mix(behind0, tt)); Add(Mix(before0, ts)); Add(Mix(behind1, ts)); Add(Mix(p1, tt)); Add(Mix(p0, p1, us0)); Add(Mix(p0, before0, tt));
        Add(Mix(p0, ts)); Add(Mix(behind0, behind1, ts)); Add(Mix(p0, before1, ts)); Add(Mix(p0, rr0, ts0)); Add(Mix(p0, rr1, ts1)); Add(Mix(behind0, between, tt));
        uint together = (S0.Enclosure == B0.Enclosure ? 1u : 0) | (S1.Enclosure == S0.Enclosure ? 2u : 0);
        Add(Mix(together, tt)); Add(Mix(together, ts, p0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(uint value)
    {
        to[count] = Mix((uint)count + 100, value);
        count++;
    }

    private static int Of(int[] places, int word) => word < 0 ? -1 : places[word];

    private static ref readonly WordBuffer.Word Word(WordBuffer words, int i) => ref words[i];

    private static uint Relation(ParseState state, int word) => word < 0 ? 0u : (uint)state.Relation[word] + 1;

    private static uint Valency(ParseState state, int word) =>
        word < 0 ? 99u : (uint)((Math.Min(state.Lefts[word], 4) * 8) + Math.Min(state.Rights[word], 4));
}
