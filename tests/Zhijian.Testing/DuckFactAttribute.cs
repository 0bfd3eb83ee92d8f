using System.Runtime.CompilerServices;
using Xunit;
using Zhijian.DuckDb;

namespace Zhijian.Testing;

/// <summary>A test that stands in the report as skipped where libduckdb is missing.</summary>
public sealed class DuckFactAttribute : FactAttribute
{
    public DuckFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : base(file, line)
    {
        if (!DuckLibrary.IsAvailable)
            Skip = "libduckdb is not available (src/Zhijian.DuckDb/native/restore.sh)";
    }
}
