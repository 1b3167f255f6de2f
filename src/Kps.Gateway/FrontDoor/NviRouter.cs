namespace Kps.Gateway.FrontDoor;

/// <summary>
/// Which of NVİ's routers goes with which mode. The STS is one for both (wire contracts b.2); whose data comes back is decided by the router alone.
/// </summary>
internal static class NviRouter
{
    private const string Domain = "nvi.gov.tr";
    private const string TestHost = "kpsv2test.nvi.gov.tr";

    /// <summary>
    /// TEST mode takes of NVİ's hosts the test router only, whatever the others are called: real people would be answered under the mark TEST.
    /// Outside TEST mode the test router is refused: its invented people would be answered as real ones.
    /// </summary>
    /// <param name="isTest"><see cref="GatewayOptions.TestMode"/>.</param>
    /// <param name="routerUrl"><c>Mernis:RouterUrl</c> as configured; a missing or malformed one is for its own validator to refuse.</param>
    /// <returns>What is wrong, or null. A host that is not NVİ's (a simulator, a proxy of one's own) is taken in either mode.</returns>
    public static string? Conflict(bool isTest, string? routerUrl)
    {
        if (!Uri.TryCreate(routerUrl, UriKind.Absolute, out var url))
        {
            return null;
        }

        var host = url.IdnHost.TrimEnd('.');
        var isTestRouter = host.Equals(TestHost, StringComparison.OrdinalIgnoreCase);
        if (isTest)
        {
            var isNvi = host.Equals(Domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + Domain, StringComparison.OrdinalIgnoreCase);
            return isNvi && !isTestRouter
                ? $"Gateway:TestMode is for synthetic people only: Mernis:RouterUrl must not be {host}; of NVİ's hosts it takes {TestHost} alone."
                : null;
        }

        return isTestRouter ? $"Gateway:TestMode is off and Mernis:RouterUrl is NVİ's test register, {host}: invented people would be answered as real ones." : null;
    }
}
