using System.Text;
using System.Text.RegularExpressions;

namespace Kps.Gateway.Tests.Golden;

/// <summary>
/// The tokens in the golden requests are what their names say. With <c>KPS_WRITE_GOLDEN=1</c> they are written anew, for a change of the
/// assertion's form; look at the difference.
/// </summary>
internal sealed partial class GoldenTokensTests
{
    private static readonly bool IsWriting = Environment.GetEnvironmentVariable("KPS_WRITE_GOLDEN") == "1";

    private static IEnumerable<GoldenCase> WithToken => GoldenCase.All.Where(golden => golden.Token is not null);

    [TestCaseSource(nameof(WithToken))]
    public void Request_HoldsTheTokenItNames(GoldenCase golden)
    {
        var (request, token) = (Encoding.UTF8.GetString(golden.Sent.Body), GoldenTokens.Make(golden.Token!));
        if (IsWriting)
        {
            golden.Rewrite(request = Assertions().Replace(request, _ => token));
        }

        Assert.That(Assertions().Match(request).Value, Is.EqualTo(token));
    }

    [Test]
    public void EveryToken_IsShownInEitherSoapVersion()
    {
        var shown = WithToken.Select(golden => (golden.Token, IsSoap12: Encoding.UTF8.GetString(golden.Sent.Body).Contains("http://www.w3.org/2003/05/soap-envelope", StringComparison.Ordinal))).ToHashSet();

        Assert.That(GoldenTokens.Names.Where(name => !shown.Contains((name, true)) || !shown.Contains((name, false))), Is.Empty);
    }

    [GeneratedRegex("<saml:Assertion.*</saml:Assertion>", RegexOptions.Singleline)]
    private static partial Regex Assertions();
}
