using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Zhijian.Cli;

/// <summary>Rows in columns: a table for somebody who looks, aligned text for a file or a pipe. A Chinese character is two cells wide.</summary>
internal static class Columns
{
    private const int NeverFolded = 16; // cells; ids and dates stay in one piece, to be copied
    public static void Write(Terminal terminal, IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<IReadOnlyList<string>> all = [heads, .. rows];
        if (!terminal.IsInteractive || !TryWriteTable(terminal, all))
            WritePlain(terminal.Out, all);
    }

    /// <returns>False when it does not fit; then nothing was written.</returns>
    private static bool TryWriteTable(Terminal terminal, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Out) });
        var widths = WidthsOf(rows);
        var room = console.Profile.Width - 3 * widths.Count - 1;
        if (widths.Sum(w => Math.Min(w, NeverFolded)) > room)
            return false;
        while (widths.Sum() > room)
            widths[widths.IndexOf(widths.Max())]--;
        // Spectre.Console 0.49 counts characters where it folds, and fails on wide ones: it gets lines that fit
        var table = new Table().Border(TableBorder.Simple);
        foreach (var (head, width) in rows[0].Zip(widths))
            table.AddColumn(new TableColumn($"[bold]{Markup.Escape(Fold(head, width))}[/]"));
        foreach (var row in rows.Skip(1))
            table.AddRow([.. row.Zip(widths).Select(c => Markup.Escape(Fold(c.First, c.Second)))]);
        try
        {
            console.Write(table);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static List<int> WidthsOf(IReadOnlyList<IReadOnlyList<string>> rows) => [.. Enumerable.Range(0, rows[0].Count).Select(c => rows.Max(r => Width(Clean(r[c]))))];

    /// <summary>Lines that take at most so many cells, broken at a space where there is one.</summary>
    private static string Fold(string text, int width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var rune in Clean(text).EnumerateRunes())
        {
            if (Width(line.ToString()) + WidthOf(rune) > width)
            {
                var all = line.ToString();
                var space = all.LastIndexOf(' ');
                lines.Add((space > 0 ? all[..space] : all).TrimEnd());
                line.Clear().Append(space > 0 ? all[(space + 1)..] : "");
            }
            line.Append(rune);
        }
        lines.Add(line.ToString());
        return string.Join('\n', lines);
    }

    private static void WritePlain(TextWriter to, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = WidthsOf(rows);
        foreach (var row in rows)
            to.WriteLine(string.Join("  ", row.Select((cell, c) => c == row.Count - 1 ? Clean(cell) : Pad(cell, widths[c]))).TrimEnd());
    }

    public static string Pad(string text, int width) => Clean(text) is var clean ? clean + new string(' ', Math.Max(0, width - Width(clean))) : "";

    /// <summary>Without line breaks and control characters: what was recorded must not move the cursor of who reads it.</summary>
    public static string Clean(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;

    /// <summary>Cells that the text takes.</summary>
    public static int Width(string text) => text.EnumerateRunes().Sum(WidthOf);

    private static int WidthOf(Rune rune) => rune.Value switch
    {
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF => 2,
        >= 0xFE30 and <= 0xFE4F or >= 0xFF00 and <= 0xFF60 or >= 0xFFE0 and <= 0xFFE6 or >= 0x1F300 and <= 0x1FAFF or >= 0x20000 and <= 0x3FFFD => 2,
        _ => 1,
    };
}
