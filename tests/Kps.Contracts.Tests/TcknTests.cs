using System.Globalization;
using System.Runtime.Serialization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Kps.Contracts.Tests;

internal sealed class TcknTests
{
    private static readonly Gen<long> ElevenDigits =
        from high in Gen.Choose(100_000, 999_999)
        from low in Gen.Choose(0, 99_999)
        select (high * 100_000L) + low;

    private static readonly Gen<Tckn> ValidNumbers = Gen.Choose(100_000_000, 999_999_999).Select(Tckn.FromFirstNine);

    [Test]
    public void Checksum_AgreesWithDigitByDigitArithmetic() => ForAll(ElevenDigits, value =>
    {
        Assert.That(Tckn.TryCreate(value, out var tckn));
        Assert.That(tckn.HasValidChecksum, Is.EqualTo(NaiveChecksum(value)));
    });

    [Test]
    public void CompletedNumber_KeepsItsNineDigitsAndHolds() => ForAll(Gen.Choose(100_000_000, 999_999_999), firstNine =>
    {
        var tckn = Tckn.FromFirstNine(firstNine);

        Assert.That(tckn.Value / 100, Is.EqualTo(firstNine));
        Assert.That(NaiveChecksum(tckn.Value));
        Assert.That(tckn.HasValidChecksum);
        Assert.That(tckn.IsPlausible);
    });

    [Test]
    public void OnlyOneOfTheHundredEndings_Holds() => ForAll(Gen.Choose(100_000_000, 999_999_999), firstNine =>
    {
        var endings = Enumerable.Range(0, 100).Count(ending => Tckn.TryCreate((firstNine * 100L) + ending, out var tckn) && tckn.HasValidChecksum);

        Assert.That(endings, Is.EqualTo(1));
    });

    [Test]
    public void NumberOfTheForeignersRange_IsPlausibleWhateverItsChecksum() => ForAll(ElevenDigits, value =>
    {
        Assert.That(Tckn.TryCreate(value, out var tckn));
        Assert.That(tckn.IsForeignRange, Is.EqualTo(value.ToString(CultureInfo.InvariantCulture)[0] == '9'));
        Assert.That(tckn.IsPlausible, Is.EqualTo(tckn.IsForeignRange || NaiveChecksum(value)));
    });

    [TestCase(0L)]
    [TestCase(-11_122_233_320L)]
    [TestCase(9_999_999_999L)]
    [TestCase(100_000_000_000L)]
    [TestCase(long.MaxValue)]
    [TestCase(long.MinValue)]
    public void NumberOfAnyOtherShape_IsRefused(long value)
    {
        Assert.That(Tckn.TryCreate(value, out var tckn), Is.False);
        Assert.That(tckn, Is.EqualTo(default(Tckn)));
        Assert.That(tckn.IsPlausible, Is.False);
        Assert.That(tckn.HasValidChecksum, Is.False);
    }

    [Test]
    public void ElevenDigitText_IsReadAsItsNumber() => ForAll(ElevenDigits, value =>
        Assert.That(Tckn.TryParse(value.ToString(CultureInfo.InvariantCulture), out var tckn) && tckn.Value == value));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("1112223332")]
    [TestCase("111222333200")]
    [TestCase("01112223332")]
    [TestCase(" 1112223332")]
    [TestCase("1112223332 ")]
    [TestCase("+1112223332")]
    [TestCase("-1112223332")]
    [TestCase("11.22233332")]
    [TestCase("1112223332\0")]
    [TestCase("١١١٢٢٢٣٣٣٢٠", Description = "Arabic-Indic digits")]
    [TestCase("１１１２２２３３３２０", Description = "full-width digits")]
    public void TextOfAnyOtherShape_IsRefused(string? text) => Assert.That(Tckn.TryParse(text, out _), Is.False);

    [TestCase(99_999_999)]
    [TestCase(1_000_000_000)]
    [TestCase(-1)]
    public void OtherThanNineDigits_CannotBeCompleted(int firstNine) =>
        Assert.That(() => Tckn.FromFirstNine(firstNine), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    [SetCulture("tr-TR")]
    public void EveryWayToText_ShowsSixDigitsAtMost() => ForAll(ValidNumbers, tckn =>
    {
        foreach (var text in AllTextsOf(tckn))
        {
            Assert.That(text, Does.Not.Contain(tckn.Value.ToString(CultureInfo.InvariantCulture)));
            Assert.That(text.Count(char.IsDigit), Is.LessThanOrEqualTo(6), text);
        }
    });

    [Test]
    public void MaskedForm_ShowsFirstThreeAndLastThree() =>
        Assert.That(Tckn.FromFirstNine(111_222_333).ToString(), Is.EqualTo("111*****320"));

    [Test]
    public void EmptyValue_ShowsStarsOnly() => Assert.That(default(Tckn).ToString(), Is.EqualTo("***********"));

    [Test]
    public void TooShortDestination_GetsNothing()
    {
        var destination = new char[10];

        Assert.That(Tckn.FromFirstNine(111_222_333).TryFormat(destination, out var written, default, null), Is.False);
        Assert.That(written, Is.Zero);
        Assert.That(destination, Has.All.EqualTo('\0'));
    }

    [Test]
    public void Json_IsNeverReadIntoANumber() =>
        Assert.That(() => JsonSerializer.Deserialize<Tckn>("\"11122233320\""), Throws.InstanceOf<JsonException>());

    [Test]
    public void JsonPropertyName_IsRefused() =>
        Assert.That(
            () => JsonSerializer.Serialize(new Dictionary<Tckn, bool> { [Tckn.FromFirstNine(111_222_333)] = true }),
            Throws.InstanceOf<NotSupportedException>());

    private static IEnumerable<string> AllTextsOf(Tckn tckn)
    {
        yield return tckn.ToString();
        foreach (var format in new[] { null, "", "G", "D", "D11", "N0", "X", "R", "00000000000" })
            yield return tckn.ToString(format, CultureInfo.InvariantCulture);
        yield return $"{tckn}";
        yield return $"{tckn:D11}";
        yield return $"{tckn,20:X}";
        yield return string.Format(CultureInfo.InvariantCulture, "{0:D11}", tckn);
        yield return string.Concat("", tckn);
        yield return string.Join(",", [tckn]);
        yield return Convert.ToString((object)tckn, CultureInfo.InvariantCulture)!;
        yield return new StringBuilder().Append(tckn).ToString();
        yield return new StringBuilder().Append(CultureInfo.InvariantCulture, $"{tckn:D}").ToString();
        yield return new Exception($"no such person: {tckn}").Message;
        yield return new Wrapper(tckn).ToString();
        yield return new { tckn }.ToString()!;
        yield return (tckn, true).ToString();
        yield return ((Tckn?)tckn).ToString()!;

        var utf8 = new byte[64];
        Assert.That(System.Text.Unicode.Utf8.TryWrite(utf8, $"{tckn:D11}", out var written));
        yield return Encoding.UTF8.GetString(utf8, 0, written);

        yield return JsonSerializer.Serialize(tckn);
        yield return JsonSerializer.Serialize<object>(tckn);
        yield return JsonSerializer.Serialize((Tckn?)tckn);
        yield return JsonSerializer.Serialize(new Wrapper(tckn));
        yield return JsonSerializer.Serialize(new[] { tckn });
        yield return JsonSerializer.Serialize(new Dictionary<string, object> { ["kimlikNo"] = tckn });

        using var stream = new MemoryStream();
        new DataContractSerializer(typeof(Tckn), "Tckn", "").WriteObject(stream, tckn);
        yield return Encoding.UTF8.GetString(stream.ToArray()).Split('>', 2)[1];

        foreach (var line in ConsoleFormatters.Format("asked for {KimlikNo}, {Kimse}", tckn, new Wrapper(tckn)))
        {
            // Two values stand in the line three times; more digits than that would be more than masked ones.
            Assert.That(line, Does.Not.Contain(tckn.Value.ToString(CultureInfo.InvariantCulture)));
            Assert.That(line, Does.Contain(tckn.ToString()));
        }
    }

    private static bool NaiveChecksum(long value)
    {
        var d = value.ToString(CultureInfo.InvariantCulture).Select(character => character - '0').ToArray();
        var tenth = (((((d[0] + d[2] + d[4] + d[6] + d[8]) * 7) - (d[1] + d[3] + d[5] + d[7])) % 10) + 10) % 10;
        return d[9] == tenth && d[10] == d.Take(10).Sum() % 10;
    }

    private static void ForAll<T>(Gen<T> values, Action<T> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(values.ToArbitrary(), property));

    private sealed record Wrapper(Tckn KimlikNo);
}
