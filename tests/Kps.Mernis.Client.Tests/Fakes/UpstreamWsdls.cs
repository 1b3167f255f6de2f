namespace Kps.Mernis.Tests.Fakes;

/// <summary>
/// NVİ's own WSDLs, read from outside the repository: environment variable KPS_WSDL_UPSTREAM, else <c>../shared/wsdl-upstream</c> beside the checkout. Tests that need
/// them are skipped where they are absent.
/// </summary>
internal static class UpstreamWsdls
{
    public static string Path(string file)
    {
        var path = System.IO.Path.Combine(Folder(), file);
        if (!File.Exists(path))
        {
            Assert.Ignore("NVİ's WSDLs are not here; set KPS_WSDL_UPSTREAM to their folder.");
        }

        return path;
    }

    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("KPS_WSDL_UPSTREAM") is { Length: > 0 } folder)
        {
            return folder;
        }

        var checkout = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (checkout is not null && !File.Exists(System.IO.Path.Combine(checkout.FullName, "KpsGateway.sln")))
        {
            checkout = checkout.Parent;
        }

        return System.IO.Path.Combine(checkout?.Parent?.FullName ?? ".", "shared", "wsdl-upstream");
    }
}
