using Participation.Tests.Support;

namespace Participation.Tests.Data;

public sealed class SchemaAtStartTests
{
    [Fact]
    public async Task A_server_does_not_start_on_a_shared_database_that_nobody_migrated()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => TestSite.StartAsync(Databases.PostgreSql, settings: settings => settings["Data:MigrateAtStart"] = null));
        Assert.Contains("migrate", refused.Message, StringComparison.Ordinal);
    }
}
