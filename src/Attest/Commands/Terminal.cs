using System.Globalization;
using System.Text;
using Attest.Log;
using Spectre.Console;

namespace Attest.Commands;

/// <summary>What commands say. Data go to standard output, all else to standard error; progress is drawn only on a terminal.</summary>
internal static class Terminal
{
    /// <summary>Runs a command's work; what goes wrong with the log is said in one line.</summary>
    public static async Task<int> RunAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (LogException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCodes.Failed;
        }
        catch (AggregateException e)
        {
            await Console.Error.WriteLineAsync($"an error of Attest itself; what was acknowledged is kept, and is tried again at the next run: {e}");
            return ExitCodes.Failed;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("stopped; what was acknowledged is kept");
            return ExitCodes.Failed;
        }
    }

    /// <summary>Runs work that takes a while, with a bar on a terminal. The work is told how to report how many of how many are done.</summary>
    public static async Task WithProgressAsync(string what, Func<Action<int, int>, Task> work)
    {
        if (Console.IsErrorRedirected)
        {
            await work((_, _) => { });
            return;
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async bars =>
            {
                var bar = bars.AddTask(Markup.Escape(what), maxValue: double.MaxValue);
                await work((done, all) =>
                {
                    bar.MaxValue = Math.Max(1, all);
                    bar.Value = done;
                });
            });
    }

    /// <summary>Writes data to standard output, byte for byte.</summary>
    public static async Task WriteAsync(ReadOnlyMemory<byte> data)
    {
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(data);
    }

    /// <summary>Standard output for people: in colour on a terminal, as wide lines of plain text in a file or pipe.</summary>
    public static IAnsiConsole Out()
    {
        if (!Console.IsOutputRedirected)
            return AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(new Trimming(Console.Out)), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = 10_000;
        return console;
    }

    /// <summary>Leaves out the blanks with which tables fill up their lines.</summary>
    private sealed class Trimming(TextWriter to) : TextWriter
    {
        private int blanks;

        public override Encoding Encoding => to.Encoding;

        public override void Write(char value)
        {
            if (value == ' ')
            {
                blanks++;
                return;
            }
            if (value is not ('\n' or '\r'))
                to.Write(new string(' ', blanks));
            blanks = 0;
            to.Write(value);
        }

        public override void Flush() => to.Flush();
    }

    /// <summary>A text from outside as it may stand on a terminal: what steers one is left out, and so is what turns the direction of writing.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            plain.Append(Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
                UnicodeCategory.Format => "",
                _ => rune.ToString(),
            });
        return plain.ToString();
    }

    /// <summary>"1 report", "1,200 reports".</summary>
    public static string Counted(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");
}
