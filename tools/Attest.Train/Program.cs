Console.Error.WriteLine("usage: see README.md");
return 2;
