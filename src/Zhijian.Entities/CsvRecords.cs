using System.Globalization;
using System.Text;
using Zhijian.Kernel;

namespace Zhijian.Entities;

/// <summary>
/// Reads CSV in UTF-8 (quotes as in RFC 4180) straight into a table: a value becomes a number before it becomes a string. While each column of a lot of rows
/// is numbered, on as many threads as there are, the next lot is cut into fields.
/// </summary>
public static class CsvRecords
{
    private delegate void Take(ReadOnlySpan<byte> value);

    /// <summary>Adds the rows of a file. O(size) in time; of the file two lots are in memory.</summary>
    /// <param name="id">The column of ids; null: the number of the row.</param>
    /// <param name="truth">The column of the true cluster, if there is one; its values are numbered in that pool.</param>
    /// <param name="source">What is put before the ids, so that two files may use the same.</param>
    /// <param name="names">What the columns of the table are called in this file, where it is not their own name.</param>
    /// <exception cref="RecordFileException">A column is missing, a row has too many or too few fields, an id stands twice, the text is not UTF-8.</exception>
    public static void Read(string file, RecordTable table, string? id, string? truth = null, TextPool? truths = null, List<int>? clusters = null, string source = "", Func<string, string>? names = null)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        var (lot, next) = (new CsvLot(file, stream), new CsvLot(file, stream));
        var header = lot.ReadHeader();
        int Place(string column) => header.IndexOf(column) is >= 0 and var at ? at
            : throw new RecordFileException(file, 1, column, RecordFileException.NoColumn(header));
        var places = table.Columns.Select(c => Place(names?.Invoke(c.Name) ?? c.Name)).ToArray();
        var (idAt, truthAt) = (id is null ? -1 : Place(id), truth is null ? -1 : Place(truth));
        var prefix = Encoding.UTF8.GetBytes(source);
        var number = 0;
        var work = new List<Action> { () => next.Fill(lot), Identify };
        for (var c = 0; c < places.Length; c++)
        {
            var column = c;
            work.Add(() => Each(places[column], value => table.Put(column, value)));
        }
        if (truthAt >= 0)
            work.Add(() => Each(truthAt, value => clusters!.Add(value.IsEmpty ? -1 : truths!.Add(value))));
        for (next.Fill(lot); next.Rows > 0 || next.Wrong is not null;)
        {
            (lot, next) = (next, lot);
            if (lot.Rows > 0)
                Parallel.Invoke([.. work]);
            table.EndRows(lot.Rows);
            if (lot.Wrong is { } wrong)
                throw wrong;
        }

        void Each(int field, Take take)
        {
            for (var row = 0; row < lot.Rows; row++)
                take(Trim(lot.Value(row, field)));
        }

        void Identify()
        {
            Span<byte> space = stackalloc byte[512];
            for (var row = 0; row < lot.Rows; row++)
            {
                var own = idAt < 0 ? Encoding.UTF8.GetBytes((++number).ToString(CultureInfo.InvariantCulture)) : Trim(lot.Value(row, idAt));
                var whole = prefix.Length + own.Length <= space.Length ? space[..(prefix.Length + own.Length)] : new byte[prefix.Length + own.Length];
                prefix.CopyTo(whole);
                own.CopyTo(whole[prefix.Length..]);
                if (!own.IsEmpty && table.Ids.Add(whole) == table.Count + row)
                    continue;
                lot.Fail(row, id, own.IsEmpty ? RecordFileException.NoId : RecordFileException.Twice(Encoding.UTF8.GetString(own)));
                return;
            }
        }
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> value) => value.Trim((byte)' ');
}
