using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kps.Contracts;
using Kps.Registry.Passwords;

namespace Kps.Registry.Tests.Passwords;

internal sealed class PasswordHashTests
{
    private static readonly Secret Right = new("DeryaDeniz1907");

    [Test]
    public void Verify_OnlyTheSamePasswordMatches()
    {
        var stored = PasswordHash.Create(Right);

        Assert.That(PasswordHash.Verify(stored, Right), Is.True);
        Assert.That(PasswordHash.Verify(stored, new Secret("DeryaDeniz1908")), Is.False);
        Assert.That(PasswordHash.Verify(stored, new Secret("DeryaDeniz1907 ")), Is.False);
        Assert.That(PasswordHash.Verify(stored, new Secret("")), Is.False);
    }

    [Test]
    public void Create_SaltsEachHash_AndSaysHowItWasMade()
    {
        var stored = PasswordHash.Create(Right);

        Assert.That(stored, Does.StartWith("$pbkdf2-sha512$i=210000$"));
        Assert.That(stored, Has.Length.LessThanOrEqualTo(255));
        Assert.That(PasswordHash.Create(Right), Is.Not.EqualTo(stored));
    }

    [Test]
    public void Verify_TakesTheRoundsFromTheStoredText()
    {
        Assert.That(PasswordHash.Verify(Stored("parola-ğüşöç", 120_000), new Secret("parola-ğüşöç")), Is.True, "UTF-8, older cost");
    }

    [TestCase(99_999)]
    [TestCase(2_000_001)]
    [TestCase(0)]
    public void Verify_RoundsOutsideTheBounds_NeverMatch(int rounds) =>
        Assert.That(PasswordHash.Verify(Stored("a", Math.Max(rounds, 1)).Replace($"i={Math.Max(rounds, 1)}", $"i={rounds}"), new Secret("a")), Is.False);

    [TestCase(null)]
    [TestCase("")]
    [TestCase("$")]
    [TestCase("$pbkdf2-sha512$i=210000")]
    [TestCase("$pbkdf2-sha512$i=210000$$")]
    [TestCase("$pbkdf2-sha512$i=210000$AAAAAAAAAAAAAAAAAAAAAA==$AAAA")]
    [TestCase("$pbkdf2-sha512$i=210000$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [TestCase("$pbkdf2-sha512$i=210000$!!!!!!!!!!!!!!!!!!!!!!==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [TestCase("$pbkdf2-sha256$i=600000$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [TestCase("DeryaDeniz1907")]
    public void Verify_UnusableStoredText_IsFalseAndCostsAHash(string? stored)
    {
        var (_, usual) = Measure(() => PasswordHash.Verify(Stored("x", PasswordHash.Rounds), Right));

        var (matched, spent) = Measure(() => PasswordHash.Verify(stored, Right));

        Assert.That(matched, Is.False);

        // Returning at once would take microseconds; a tenth leaves room for any load on the machine.
        Assert.That(spent, Is.GreaterThan(usual / 10));
    }

    [Test]
    public void Verify_EndlessPassword_IsRefused()
    {
        var password = new string('a', 1025);

        Assert.That(PasswordHash.Verify(Stored(password, PasswordHash.Rounds), new Secret(password)), Is.False);
        Assert.That(() => PasswordHash.Create(new Secret(password)), Throws.ArgumentException);
    }

    private static (bool Matched, TimeSpan Spent) Measure(Func<bool> verify)
    {
        var watch = Stopwatch.StartNew();
        var matched = verify();
        return (matched, watch.Elapsed);
    }

    private static string Stored(string password, int rounds)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var hash = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, rounds, HashAlgorithmName.SHA512, 32);
        return string.Create(CultureInfo.InvariantCulture, $"$pbkdf2-sha512$i={rounds}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}");
    }
}
