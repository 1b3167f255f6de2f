using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Kps.Contracts.Tests;

internal sealed class SecretTests
{
    private const string Text = "çok-gizli parola ";

    [Test]
    public void Text_LeavesOnlyThroughReveal()
    {
        var secret = new Secret(Text);

        Assert.That(secret.Reveal(), Is.EqualTo(Text), "blanks included");
        foreach (var shown in AllTextsOf(secret))
            Assert.That(shown, Does.Not.Contain("gizli").And.Not.Contain("parola"));
        Assert.That(secret.ToString(), Is.EqualTo("***"));
    }

    [Test]
    public void Equality_IsThatOfTheTexts() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll((string? left, string? right) =>
        {
            var expected = string.Equals(left ?? "", right ?? "", StringComparison.Ordinal);

            Assert.That(new Secret(left!) == new Secret(right!), Is.EqualTo(expected));
            Assert.That(new Secret(left!) != new Secret(right!), Is.EqualTo(!expected));
            Assert.That(new Secret(left!).Equals((object)new Secret(left!)));
        }));

    [Test]
    public void Equality_IsOrdinalAndCaseSensitive()
    {
        Assert.That(new Secret("PAROLA") == new Secret("parola"), Is.False);
        Assert.That(new Secret("é") == new Secret("e\u0301"), Is.False);
        Assert.That(new Secret("abc").Equals("abc"), Is.False);
    }

    [Test]
    public void EmptyAndDefault_AreEmptyAndEqual()
    {
        Assert.That(default(Secret).IsEmpty);
        Assert.That(new Secret("").IsEmpty);
        Assert.That(new Secret(" ").IsEmpty, Is.False);
        Assert.That(default(Secret).Reveal(), Is.Empty);
        Assert.That(default(Secret) == new Secret(""));
    }

    [Test]
    public void Hash_IsRefused() =>
        Assert.That(() => new HashSet<Secret> { new(Text) }, Throws.InstanceOf<NotSupportedException>());

    private static IEnumerable<string> AllTextsOf(Secret secret)
    {
        yield return secret.ToString();
        yield return $"{secret}";
        yield return string.Format(CultureInfo.InvariantCulture, "{0:X}", secret);
        yield return Convert.ToString((object)secret, CultureInfo.InvariantCulture)!;
        yield return new StringBuilder().Append(secret).ToString();
        yield return new Wrapper(secret).ToString();
        yield return JsonSerializer.Serialize(secret);
        yield return JsonSerializer.Serialize(new Wrapper(secret));
        foreach (var line in ConsoleFormatters.Format("password {Password}, {Wrapper}", secret, new Wrapper(secret)))
            yield return line;
    }

    private sealed record Wrapper(Secret Parola);
}
