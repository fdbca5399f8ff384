using System.Text;

namespace Attest.Engine.Gathering.Markup;

/// <summary>A piece of text or an element, in the order of the document.</summary>
internal abstract class MarkupNode
{
    private MarkupNode()
    {
    }

    /// <summary>Text with its references resolved.</summary>
    internal sealed class Run(string value) : MarkupNode
    {
        /// <summary>The characters.</summary>
        public string Value => value;
    }

    /// <summary>An element. Filled while its document is read, and not changed afterwards.</summary>
    internal sealed class Element(string name, string written, MarkupAttributes attributes, Element? parent) : MarkupNode
    {
        private readonly List<MarkupNode> children = [];

        /// <summary>Canonical name in lower case: "title", "dc:date". Elements of the feed formats themselves bear no prefix.</summary>
        public string Name => name;

        /// <summary>The local name as the document writes it.</summary>
        public string Written => written;

        /// <summary>Its attributes.</summary>
        public MarkupAttributes Attributes => attributes;

        /// <summary>The element that holds it.</summary>
        public Element? Parent => parent;

        /// <summary>What it holds.</summary>
        public IReadOnlyList<MarkupNode> Children => children;

        /// <summary>Whether the document ended before the element did.</summary>
        public bool IsCutOff { get; set; }

        /// <summary>The elements in it, in order.</summary>
        public IEnumerable<Element> Elements => children.OfType<Element>();

        /// <summary>The elements of that name in it.</summary>
        public IEnumerable<Element> Named(string wanted) => Elements.Where(e => e.Name == wanted);

        /// <summary>The first element of that name in it.</summary>
        public Element? First(string wanted) => Named(wanted).FirstOrDefault();

        /// <summary>All text in it, elements in it included, trimmed.</summary>
        public string Characters
        {
            get
            {
                if (children is [Run only])
                    return only.Value.Trim();
                var text = new StringBuilder();
                foreach (var part in Below())
                    text.Append((part as Run)?.Value);
                return text.ToString().Trim();
            }
        }

        /// <summary>Every node below it in the order of the document.</summary>
        public IEnumerable<MarkupNode> Below()
        {
            var open = new Stack<(Element At, int Next)>();
            open.Push((this, 0));
            while (open.TryPop(out var top))
            {
                if (top.Next == top.At.children.Count)
                    continue;
                var child = top.At.children[top.Next];
                open.Push((top.At, top.Next + 1));
                yield return child;
                if (child is Element element)
                    open.Push((element, 0));
            }
        }

        /// <summary>Adds what comes next in the document.</summary>
        public void Add(MarkupNode child) => children.Add(child);
    }
}
