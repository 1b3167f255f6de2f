using Kps.Gateway.Call.Tokens;
using Kps.Registry.Tokens;

namespace Kps.Gateway.Tests.Call.Tokens;

internal sealed class TokenOptionsValidatorTests
{
    [Test]
    public void Defaults_AreGood() => Assert.That(Validate(new TokenOptions()), Is.Empty);

    [Test]
    public void LongestLifetime_FitsIntoTheOverlapOfTwoKeys() => Assert.That(TokenOptions.MaxLifetime + TokenVerifier.Tolerance, Is.EqualTo(RegisteredTokenKey.Overlap));

    [TestCase(60, true)]
    [TestCase(59.999, false)]
    [TestCase(12 * 3600, true)]
    [TestCase(12 * 3600 + 0.001, false)]
    [TestCase(-1, false)]
    public void Lifetime_HasLimits(double seconds, bool isGood) =>
        Assert.That(Validate(new TokenOptions { Lifetime = TimeSpan.FromSeconds(seconds) }), isGood ? Is.Empty : Has.One.StartsWith("Tokens:Lifetime"));

    [TestCase("urn:kps:sts:ankara-1", true)]
    [TestCase("https://kps.example.gov.tr/sts?a=1", true)]
    [TestCase("", false)]
    [TestCase(null, false)]
    [TestCase("urn:kps sts", false)]
    [TestCase("urn:kps:ıts", false)]
    [TestCase("urn:a&b", false)]
    [TestCase("urn:a<b", false)]
    [TestCase("urn:a\"b", false)]
    [TestCase("urn:a'b", false)]
    [TestCase("urn:a\tb", false)]
    public void Issuer_NeedsNoEscaping(string? issuer, bool isGood) =>
        Assert.That(Validate(new TokenOptions { Issuer = issuer! }), isGood ? Is.Empty : Has.One.StartsWith("Tokens:Issuer"));

    [Test]
    public void Issuer_IsBounded() => Assert.That(Validate(new TokenOptions { Issuer = new string('x', 201) }), Has.One.StartsWith("Tokens:Issuer"));

    [Test]
    public void AppliesTo_IsAListOfAddresses()
    {
        var options = new TokenOptions();
        options.AppliesTo.Add("kimlik");
        options.AppliesTo.Add("urn:kps:router");
        options.AppliesTo.Add("https://kps.example.gov.tr/" + new string('x', 1024));
        Assert.That(Validate(options), Has.Exactly(2).StartsWith("Tokens:AppliesTo"));

        for (var index = 0; index < 100; index++)
        {
            options.AppliesTo.Add("urn:kps:router");
        }

        Assert.That(Validate(options), Has.One.Contains("more than 100"));
    }

    private static IEnumerable<string> Validate(TokenOptions options) => new TokenOptionsValidator().Validate(null, options).Failures ?? [];
}
