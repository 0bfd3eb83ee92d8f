using System.Runtime.CompilerServices;
using Xunit;
using Zhijian.DuckDb;

namespace Zhijian.Testing;

/// <summary>A theory that stands in the report as skipped where libduckdb is missing.</summary>
public sealed class DuckTheoryAttribute : TheoryAttribute
{
    public DuckTheoryAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : base(file, line)
    {
        if (!DuckLibrary.IsAvailable)
            Skip = "libduckdb is not available (src/Zhijian.DuckDb/native/restore.sh)";
    }
}
