using System.Globalization;
using Kps.Contracts;
using Kps.Registry.Passwords;

namespace Kps.Registry.Tests.Passwords;

internal sealed class PasswordPolicyTests
{
    private static readonly Tckn Person = Tckn.FromFirstNine(473_920_158);
    private static readonly string PersonText = Person.Value.ToString(CultureInfo.InvariantCulture);

    [TestCase("abcdefg1")]
    [TestCase("1234567a")]
    [TestCase("iki kelime 42")]
    [TestCase("~!@#$%^*()_+-={}[]|\\:;\"',.?/`a1")]
    public void Check_TakesGoodPasswords(string password) => Assert.That(PasswordPolicy.Check(new Secret(password), "derya"), Is.Empty);

    [TestCase("abcdef1", "en az 8")]
    [TestCase("abcdefgh", "rakam")]
    [TestCase("12345678", "harf")]
    [TestCase("abcdefg1ş", "Türkçe harf")]
    [TestCase("abcdefg1\u0001", "Türkçe harf")]
    [TestCase("abcdefg1&", "& < >")]
    [TestCase("abcdefg1<", "& < >")]
    [TestCase("abcdefg1>", "& < >")]
    [TestCase(" abcdefg1", "boşluk")]
    [TestCase("abcdefg1 ", "boşluk")]
    [TestCase("derya.deniz1", "kullanıcı adı")]
    [TestCase("DERYA.DENIZ1", "kullanıcı adı")]
    public void Check_NamesTheOneViolation(string password, string expected) =>
        Assert.That(PasswordPolicy.Check(new Secret(password), "derya.deniz1"), Is.EqualTo(new[] { expected }).Using<string, string>((actual, part) => actual.Contains(part)));

    [Test]
    public void Check_Boundaries()
    {
        Assert.That(PasswordPolicy.Check(new Secret("a" + new string('1', 49)), "derya"), Is.Empty);
        Assert.That(PasswordPolicy.Check(new Secret("a" + new string('1', 50)), "derya").Single(), Does.Contain("50"));
    }

    [Test]
    public void Check_SaysEverythingAtOnce_AndNeverThePassword()
    {
        var violations = PasswordPolicy.Check(new Secret("ş&"), "derya");

        Assert.That(violations, Has.Count.EqualTo(5));
        Assert.That(violations, Has.None.Contains("ş&"));
    }

    [Test]
    public void Check_RefusesTheNumber_WhetherItIsTheNameOrNot()
    {
        var password = new Secret($"a{PersonText}z");

        Assert.That(PasswordPolicy.Check(password, PersonText).Single(), Does.Contain("kimlik"));
        Assert.That(PasswordPolicy.Check(password, "derya", Person).Single(), Does.Contain("kimlik"));
        Assert.That(PasswordPolicy.Check(password, "derya"), Is.Empty);
    }

    [Test]
    public void Check_NoPassword_IsRefused() => Assert.That(PasswordPolicy.Check(default, "derya"), Is.Not.Empty);

    [Test]
    public void Generated_SatisfiesThePolicy_AndIsNeverTwiceTheSame()
    {
        var drawn = Enumerable.Range(0, 2000).Select(_ => PasswordGenerator.Create()).ToList();

        Assert.That(drawn.SelectMany(password => PasswordPolicy.Check(password, PersonText)), Is.Empty);
        Assert.That(drawn.Select(password => password.Reveal()).Distinct().Count(), Is.EqualTo(drawn.Count));
        Assert.That(drawn.SelectMany(password => password.Reveal()).Intersect("0Oo1lI"), Is.Empty);
    }
}
