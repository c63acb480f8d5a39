using System.Text.Json;
using Participation.Domain.Proposals.Writing;
using Participation.Tests.Support;

namespace Participation.Tests.Proposals.Writing;

/// <summary>The browser's own library and ours say the same about thousands of random changes.</summary>
public sealed class RealChangeSetTests
{
    private const int Cases = 4000;

    [Fact]
    public async Task Map_compose_apply_and_positions_are_those_of_the_browser()
    {
        var run = await Shell.NodeAsync("Proposals/Writing/changes.mjs", "20261127", $"{Cases}");
        Assert.Equal((0, ""), (run.Code, run.Error));
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Cases, lines.Length);
        foreach (var line in lines) Compare(line);
    }

    private static void Compare(string line)
    {
        using var document = JsonDocument.Parse(line);
        var it = document.RootElement;
        var text = it.GetProperty("text").GetString()!;
        var (one, two, next) = (Read(it, "one"), Read(it, "two"), Read(it, "next"));
        Assert.Null(one.CheckAgainst(text));
        Same(it.GetProperty("one"), one);
        Assert.Equal(it.GetProperty("after").GetString(), one.Apply(text));
        Same(it.GetProperty("mapped"), two.Map(one));
        Same(it.GetProperty("before"), two.Map(one, before: true));
        Same(it.GetProperty("composed"), one.Compose(next));
        foreach (var (at, position) in it.GetProperty("positions").EnumerateArray().Index())
        {
            Assert.Equal((position[0].GetInt32(), position[2].GetBoolean()), (one.MapPosition(at).Position, one.MapPosition(at).Deleted));
            Assert.Equal(position[1].GetInt32(), one.MapPosition(at, Side.After).Position);
        }
    }

    private static void Same(JsonElement expected, ChangeSet actual) => Assert.True(JsonElement.DeepEquals(expected, JsonElement.Parse(actual.ToJson())), $"{expected} but {actual}");

    private static ChangeSet Read(JsonElement it, string name) => ChangeSet.Read(it.GetProperty(name))!;
}
