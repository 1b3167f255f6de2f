using System.Security.Cryptography;

namespace Kps.Gateway.FrontDoor.Tls;

/// <summary>
/// What of Kestrel's own configuration section is taken: where to listen, and with which certificate. Protocol versions and the like are
/// not to be chosen here, so a key that would be passed over is an error.
/// </summary>
internal static class KestrelSection
{
    private static readonly string[] EndpointKeys = ["Url", "Protocols", "Certificate"];
    private static readonly string[] CertificateKeys = ["Path", "KeyPath", "Password"];

    /// <summary>The https endpoints with their certificate files; those without a certificate of their own have the default one.</summary>
    public static IEnumerable<EndpointFiles> HttpsEndpoints(IConfiguration configuration)
    {
        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren().Where(IsHttps))
        {
            var certificate = endpoint.GetSection("Certificate");
            if (!certificate.Exists())
            {
                certificate = configuration.GetSection("Kestrel:Certificates:Default");
            }

            yield return new EndpointFiles(endpoint.Key, FullPath(certificate["Path"]) ?? string.Empty, FullPath(certificate["KeyPath"]), certificate["Password"]);
        }
    }

    /// <summary>Everything that is wrong with the section and the files it names, in plain words.</summary>
    public static IEnumerable<string> Errors(IConfiguration configuration)
    {
        var kestrel = configuration.GetSection("Kestrel");
        foreach (var child in kestrel.GetChildren().Where(child => !Is(child, "Endpoints") && !Is(child, "Certificates")))
        {
            yield return $"{child.Path} is not taken; under Kestrel there are Endpoints and Certificates.";
        }

        foreach (var child in kestrel.GetSection("Certificates").GetChildren().Where(child => !Is(child, "Default")))
        {
            yield return $"{child.Path} is not taken; the one shared certificate is Kestrel:Certificates:Default.";
        }

        var wrongKeys = kestrel.GetSection("Endpoints").GetChildren()
            .SelectMany(endpoint => Unknown(endpoint, EndpointKeys).Concat(Unknown(endpoint.GetSection("Certificate"), CertificateKeys)))
            .Concat(Unknown(kestrel.GetSection("Certificates:Default"), CertificateKeys));
        foreach (var error in wrongKeys)
        {
            yield return error;
        }

        foreach (var files in HttpsEndpoints(configuration))
        {
            if (FileError(files) is { } error)
            {
                yield return error;
            }
        }
    }

    /// <summary>A relative path starts where the program is, as everywhere in this section.</summary>
    private static string? FullPath(string? path) => string.IsNullOrEmpty(path) ? null : Path.GetFullPath(path, AppContext.BaseDirectory);

    private static string? FileError(EndpointFiles files)
    {
        if (files.Path.Length == 0)
        {
            return $"Kestrel:Endpoints:{files.Endpoint} is https and names no certificate: set Certificate:Path and Certificate:KeyPath.";
        }

        try
        {
            using var certificate = LoadedCertificate.Load(files);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            return $"Kestrel:Endpoints:{files.Endpoint}:Certificate cannot be used: {e.Message}";
        }
    }

    private static IEnumerable<string> Unknown(IConfigurationSection section, string[] known) =>
        section.GetChildren()
            .Where(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            .Select(child => $"{child.Path} is not taken; there are {string.Join(", ", known)}. TLS is 1.2 or 1.3, always.");

    private static bool IsHttps(IConfigurationSection endpoint) => endpoint["Url"]?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;

    private static bool Is(IConfigurationSection section, string key) => section.Key.Equals(key, StringComparison.OrdinalIgnoreCase);
}
