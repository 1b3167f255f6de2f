namespace Kps.Cli.Demo;

/// <summary>The doors of the running demonstration.</summary>
/// <param name="Sts">The token door.</param>
/// <param name="Router">The query door.</param>
/// <param name="Ek">The query door of the second service; null in a file that an earlier version wrote.</param>
/// <param name="SingleWsdl">The contract in one document.</param>
/// <param name="Health">Answers 200 when the gateway is ready.</param>
internal sealed record DemoUrls(string Sts, string Router, string? Ek, string SingleWsdl, string Health)
{
    public static DemoUrls OfPort(int httpsPort)
    {
        var root = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"https://localhost:{httpsPort}");
        const string Router = "/Router/RoutingService.svc";
        return new DemoUrls(root + "/STS/STSService.svc", root + Router, root + "/Router/KpsEkServisler.svc", root + Router + "?singleWsdl", root + "/health/ready");
    }
}
