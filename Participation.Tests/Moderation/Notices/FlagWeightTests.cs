using Participation.Domain.Accounts;
using Participation.Domain.Moderation;

namespace Participation.Tests.Moderation.Notices;

public sealed class FlagWeightTests
{
    [Theory]
    [InlineData(6, 6, 6.46)]
    [InlineData(9, 10, 5.54)]
    [InlineData(7, 10, 0)]
    [InlineData(5, 10, -2.37)]
    [InlineData(2, 10, -5.93)]
    [InlineData(50, 50, 14.11)]
    [InlineData(5, 5, 0)]
    public void Accuracy_follows_the_published_formula(int agreed, int judged, double expected) => Assert.Equal(expected, FlagWeight.Accuracy(agreed, judged), 0.005);

    [Theory]
    [InlineData(Role.Citizen, Verification.Email, 0, 0, 2)]
    [InlineData(Role.Citizen, Verification.VerifiedResident, 0, 0, 3)]
    [InlineData(Role.Moderator, Verification.Email, 0, 0, 6)]
    [InlineData(Role.Citizen, Verification.Email, 0, 10, 0)]
    public void A_report_counts_by_trust_and_record(Role role, Verification level, int agreed, int judged, double expected) =>
        Assert.Equal(expected, FlagWeight.Of(role, level, agreed, judged), 0.005);

    [Fact]
    public void Nobody_holds_anything_back_alone_however_often_they_were_right() =>
        Assert.All(Enum.GetValues<Role>(), role => Assert.True(FlagWeight.Of(role, Verification.VerifiedResident, 5000, 5000) < FlagWeight.HoldFrom));
}
