namespace Participation.Tests.Architecture;

/// <summary>Every endpoint of the running site, asked by everyone: <see cref="RightsMatrix"/> says what each gets.</summary>
public sealed class RightsMatrixTests(RightsSite rights) : IClassFixture<RightsSite>
{
    [Fact]
    public async Task Everyone_gets_what_the_table_says()
    {
        var wrong = new List<string>();
        foreach (var row in RightsMatrix.Rows)
        {
            var answers = await Task.WhenAll(rights.People.Select(person => rights.AskAsync(person, row, withToken: true)));
            if (!answers.SequenceEqual(row.Answers)) wrong.Add($"{row.Method} {row.Address}: {string.Join(' ', answers)}, not {string.Join(' ', row.Answers)}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Every_endpoint_has_a_row_and_every_row_an_endpoint()
    {
        var endpoints = await rights.EndpointsAsync();
        Assert.True(endpoints.Count > 60);
        Assert.Empty(endpoints.Except(RightsMatrix.Rows.Select(row => row.Endpoint)));
        Assert.Empty(RightsMatrix.Rows.Select(row => row.Endpoint).Except(endpoints));
    }

    [Fact]
    public async Task Every_action_of_a_form_has_a_row()
    {
        var actions = await rights.ActionsAsync();
        Assert.True(actions.Count > 15);
        Assert.Empty(actions.Except(RightsMatrix.Rows.Select(row => row.Action)));
        Assert.Empty(RightsMatrix.Rows.Select(row => row.Action).OfType<string>().Except(actions));
        // A row without the action's name does not decide about it.
        Assert.Null(RightsMatrix.Rows.First(row => row.Address == "/konto/sitzungen").Action);
    }

    [Fact]
    public async Task Nothing_is_written_without_the_token_of_a_form()
    {
        // Reports of browsers carry none, the hub writes nothing, the error page is only read, applications bring proofs of their own, and a
        // post of theirs to sign someone out only asks; LogoutTests say that the answer needs the token.
        string[] tokenless = ["/csp", "/fehler", "/connect/token", "/connect/userinfo", "/connect/logout"];
        var administrator = rights.People[^1];
        foreach (var row in RightsMatrix.Rows.Where(row => row.Method is "POST" or "PUT" or "DELETE" && !tokenless.Contains(row.Route)))
        {
            var answer = await rights.AskAsync(administrator, row, withToken: false);
            Assert.True(answer == "400" || answer == row.Answers[^1], $"{row.Method} {row.Address}: {answer}");
        }
    }
}
