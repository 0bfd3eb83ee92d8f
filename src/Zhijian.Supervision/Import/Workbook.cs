using System.Data;
using System.Globalization;
using System.Text;
using CsvHelper;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Zhijian.Kernel;

namespace Zhijian.Supervision.Import;

/// <summary>The first sheet of a workbook as a CSV file, row by row.</summary>
internal static class Workbook
{
    // the reader's configuration asks for code page 1252, also for workbooks that have no use for it
    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <exception cref="SourceUnreadableException">It is no workbook.</exception>
    public static string ToCsv(string path, string temp, int? first, CancellationToken ct)
    {
        var copy = Path.Combine(temp, $"{Path.GetRandomFileName()}.csv");
        try
        {
            using var file = File.OpenRead(path);
            using var sheet = ExcelReaderFactory.CreateOpenXmlReader(file);
            using var csv = new CsvWriter(new StreamWriter(copy, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)), CultureInfo.InvariantCulture);
            var width = 0;
            for (var row = 0; !(row > first) && sheet.Read(); row++)
            {
                ct.ThrowIfCancellationRequested();
                // what stands to the right of the header belongs to no column
                width = width == 0 ? Enumerable.Range(0, sheet.FieldCount).TakeWhile(i => Cell(sheet, i).Length > 0).Count() : width;
                for (var i = 0; i < width; i++)
                    csv.WriteField(i < sheet.FieldCount ? Cell(sheet, i) : "");
                csv.NextRecord();
            }
            return copy;
        }
        catch (Exception e) when (e is ExcelReaderException or InvalidDataException or DataException)
        {
            File.Delete(copy);
            throw new SourceUnreadableException(new Text("不是可读的 Excel 工作簿（.xlsx），可能已加密或者损坏", "not a workbook that can be read (.xlsx): it may be encrypted or broken"));
        }
    }

    private static string Cell(IExcelDataReader sheet, int column) => sheet.GetValue(column) switch
    {
        null => "",
        DateTime at => at.ToString(at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double number => ((decimal)number).ToString(CultureInfo.InvariantCulture), // 0.1 + 0.2 of a sheet is 0.3 on paper
        var other => Convert.ToString(other, CultureInfo.InvariantCulture)!.Trim(),
    };
}
