using System.CommandLine;

var root = new RootCommand("Attest reads many outlets and keeps one living page per story.");
return root.Parse(args).Invoke();
