using Participation.Domain.Moderation.Guards;

namespace Participation.Tests.Moderation.Guards;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("Rufen Sie mich an: 02102 123456", "02102 123456")]
    [InlineData("Tel. +49 (2102) 12 34 56.", "+49 (2102) 12 34 56")]
    [InlineData("mobil 0171-1234567, abends", "0171-1234567")]
    [InlineData("0049 171 1234567", "0049 171 1234567")]
    [InlineData("(0211) 899-1234 geht auch", "(0211) 899-1234")]
    [InlineData("Telefon: 550 1234", "Telefon: 550 1234")]
    [InlineData("Schreiben Sie an erika.muster+stadt@mail.example.org bitte", "erika.muster+stadt@mail.example.org")]
    [InlineData("Spenden an DE89 3704 0044 0532 0130 00 bei der Bank", "DE89 3704 0044 0532 0130 00")]
    [InlineData("iban de89370400440532013000", "de89370400440532013000")]
    [InlineData("Konto: AT61 1904 3002 3457 3201.", "AT61 1904 3002 3457 3201")]
    [InlineData("Ich wohne Lindenstraße 3, gleich nebenan.", "Lindenstraße 3")]
    [InlineData("Sie wohnt in der Düsseldorfer Straße 12a in Ratingen.", "Düsseldorfer Straße 12a")]
    [InlineData("Bahnstr. 7, 40878 Ratingen", "Bahnstr. 7")]
    [InlineData("Am Poensgenpark: Eschbachweg 14", "Eschbachweg 14")]
    public void What_tells_how_somebody_is_reached_is_found(string text, string passage) => Assert.Equal([passage], PersonalData.In(text)?.Passages);

    [Theory]
    [InlineData("Am 01.02.2025 um 18:30 Uhr, wieder am 03.04.25 und 2025-01-02.")]
    [InlineData("Vom 05-12-2025 bis 06/12/2025, 01 02 2025.")]
    [InlineData("Das kostet 0,99 Euro, 1.250.000 € oder 12 000 000 Euro.")]
    [InlineData("Aktenzeichen 12/2025, Az. 0123/2025, Vorlage 45/2024, B-Plan 0815/24")]
    [InlineData("Haus 12, Gebäude 3, Raum 0.12, Block 7, Linie 749, A 52, B 227, S6")]
    [InlineData("Siehe Idee #17, #1234567890 und !3, Beitrag 12345678")]
    [InlineData("40878 Ratingen, 01067 Dresden, 90.000 Menschen, 51.2972 Nord 6.8493 Ost")]
    [InlineData("An der Lindenstraße 30 Bäume pflanzen, in der Hauptstraße 30 km/h, Kaiserstraße 50 Meter weiter")]
    [InlineData("Bundesstraße 227, Spielplatz 2, Radweg 3, Parkplatz 12. Der Weg 3, die Straße 4.")]
    [InlineData("Die Nummer 115 und 0800 1234567 gehören der Stadt.")]
    [InlineData("DE89 3704 0044 0532 0130 01 hat falsche Prüfziffern, DE12 ist zu kurz.")]
    [InlineData("@verwaltung bitte, 5@10 Uhr, a@b")]
    [InlineData("ISBN 978-3-16-148410-0, 2024/2025, 08-12 Uhr, 10-0-5")]
    public void Other_numbers_and_names_are_not(string text) => Assert.Null(PersonalData.In(text));

    [Fact]
    public void What_is_public_already_is_not_asked_for_again()
    {
        Assert.Null(PersonalData.In("Neu: 02102 123456 anrufen", "Alt: 02102 123456"));
        Assert.Equal(["02102 654321"], PersonalData.In("02102 123456 und 02102 654321", "02102 123456")!.Passages);
    }

    [Fact]
    public void Each_passage_is_named_once_and_few_are_enough()
    {
        Assert.Single(PersonalData.In("a@example.org a@example.org")!.Passages);
        Assert.Equal(5, PersonalData.In(string.Join(' ', Enumerable.Range(0, 50).Select(i => $"a{i}@example.org")))!.Passages.Count);
    }

    [Theory]
    [InlineData("A-")]
    [InlineData("a.")]
    [InlineData("0 ")]
    [InlineData("a@a.")]
    [InlineData("DE12 ")]
    [InlineData("Astraße ")]
    public void A_hostile_text_is_read_in_time(string part)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        _ = PersonalData.In(string.Concat(Enumerable.Repeat(part, 12_000 / part.Length)));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1), $"{clock.Elapsed}");
    }
}
