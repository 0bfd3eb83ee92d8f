using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Zhijian.Cli;

/// <summary>Rows in columns: a table for somebody who looks, aligned text for a file or a pipe. A Chinese character is two cells wide.</summary>
internal static class Columns
{
    public static void Write(Terminal terminal, IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (terminal.IsInteractive)
            WriteTable(terminal, heads, rows);
        else
            WritePlain(terminal.Out, [heads, .. rows]);
    }

    private static void WriteTable(Terminal terminal, IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var head in heads)
            table.AddColumn(new TableColumn($"[bold]{Markup.Escape(head)}[/]") { NoWrap = head == heads[0] });
        foreach (var row in rows)
            table.AddRow([.. row.Select(cell => Markup.Escape(Clean(cell)))]);
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Out) }).Write(table);
    }

    private static void WritePlain(TextWriter to, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Count).Select(c => rows.Max(r => Width(Clean(r[c])))).ToList();
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
        >= 0xFE30 and <= 0xFE4F or >= 0xFF00 and <= 0xFF60 or >= 0xFFE0 and <= 0xFFE6 or >= 0x20000 and <= 0x3FFFD => 2,
        _ => 1,
    };
}
