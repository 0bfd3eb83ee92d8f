using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;
using Zhijian.Store;

namespace Zhijian.Testing;

/// <summary>
/// Runs a theory once on SQLite and once on PostgreSQL; its parameter is the <see cref="Dialect"/>. Without a server the PostgreSQL row
/// stands in the report as skipped, so that nobody takes silence for success.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([
            new TheoryDataRow<Dialect>(Dialect.Sqlite),
            new TheoryDataRow<Dialect>(Dialect.Postgres) { Skip = TestPlace.Server is null ? "PostgreSQL is not available (ZHIJIAN_TEST_POSTGRES)" : null },
        ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
