using System.Globalization;
using Participation.Web.Ideas;

namespace Participation.Tests.Ideas;

public sealed class CoordinatesTests
{
    [Theory]
    [InlineData("de", 51.29668, 6.84938, "51,2967° N, 6,8494° O")]
    [InlineData("en", 51.29668, 6.84938, "51.2967° N, 6.8494° E")]
    [InlineData("de", -33.5, -70.25, "33,5000° S, 70,2500° W")]
    public void A_point_reads_as_people_of_the_language_write_it(string language, double latitude, double longitude, string expected)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        Assert.Equal(expected, Coordinates.Text(latitude, longitude));
    }

    [Fact]
    public void Half_a_point_is_none() => Assert.Null(Coordinates.Text(51.3, null));
}
