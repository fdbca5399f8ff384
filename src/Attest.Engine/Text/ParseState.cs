namespace Attest.Engine.Text;

/// <summary>
/// The arc-hybrid transition system (Kuhlmann et al. 2011) with the root as last word of the buffer (Ballesteros and Nivre 2013), which
/// gives exactly one root. Actions: 0 shift; 1..L the top of the stack hangs left on the buffer's first word; L+1..2L on the word below it.
/// </summary>
internal sealed class ParseState
{
    private int[] stack = new int[256];

    /// <summary>Number of words; the root is word <see cref="Count"/>.</summary>
    public int Count { get; private set; }

    /// <summary>Number of words on the stack.</summary>
    public int Depth { get; private set; }

    /// <summary>First word of the buffer.</summary>
    public int Front { get; private set; }

    /// <summary>Head, relation, and the outermost and next dependants on both sides, with their number, by word; −1 where there is none.</summary>
    public int[] Head { get; private set; } = new int[256];

    public int[] Relation { get; private set; } = new int[256];

    public int[] Left { get; private set; } = new int[256];

    public int[] Left2 { get; private set; } = new int[256];

    public int[] Right { get; private set; } = new int[256];

    public int[] Right2 { get; private set; } = new int[256];

    public int[] Lefts { get; private set; } = new int[256];

    public int[] Rights { get; private set; } = new int[256];

    /// <summary>Whether every word has its head.</summary>
    public bool Done => Front == Count && Depth == 0;

    public bool CanShift => Front < Count;

    public bool CanLeft => Depth > 0 && (Front < Count || Depth == 1);

    public bool CanRight => Depth > 1;

    /// <summary>A word of the stack, counted from its top; −1 below its bottom.</summary>
    public int Stack(int fromTop) => fromTop < Depth ? stack[Depth - 1 - fromTop] : -1;

    /// <summary>Starts a sentence.</summary>
    public void Start(int count)
    {
        Count = count;
        Depth = 0;
        Front = 0;
        if (count + 2 > stack.Length)
            Grow(count * 2);
        int n = count + 1;
        foreach (int[] places in (ReadOnlySpan<int[]>)[Head, Relation, Left, Left2, Right, Right2])
            Array.Fill(places, -1, 0, n);
        Array.Clear(Lefts, 0, n);
        Array.Clear(Rights, 0, n);
    }

    /// <summary>Applies an action.</summary>
    /// <param name="action">0 to 2L; must be allowed.</param>
    /// <param name="relations">L.</param>
    public void Apply(int action, int relations)
    {
        if (action == 0)
        {
            stack[Depth++] = Front++;
            return;
        }
        int word = stack[--Depth];
        bool left = action <= relations;
        int head = left ? Front : stack[Depth - 1];
        Head[word] = head;
        Relation[word] = left ? action - 1 : action - 1 - relations;
        if (left)
        {
            Left2[head] = Left[head];
            Left[head] = word;
            Lefts[head]++;
        }
        else
        {
            Right2[head] = Right[head];
            Right[head] = word;
            Rights[head]++;
        }
    }

    /// <summary>Whether a word is still on the stack, from its bottom up to, not with, the top.</summary>
    public ReadOnlySpan<int> StackItems => stack.AsSpan(0, Depth);

    private void Grow(int size)
    {
        stack = new int[size];
        Head = new int[size];
        Relation = new int[size];
        Left = new int[size];
        Left2 = new int[size];
        Right = new int[size];
        Right2 = new int[size];
        Lefts = new int[size];
        Rights = new int[size];
    }
}
