namespace Kps.Gateway.FrontDoor.Tls;

/// <summary>The files an https endpoint's certificate comes from, as configured.</summary>
/// <param name="Endpoint">Name under <c>Kestrel:Endpoints</c>.</param>
/// <param name="Path">PEM file of the certificate and its intermediates, or a PKCS#12 file when there is no <paramref name="KeyPath"/>.</param>
/// <param name="KeyPath">PEM file of the private key; null for PKCS#12 and for a PEM file that holds both.</param>
/// <param name="Password">Password of the key; null when it has none.</param>
internal sealed record EndpointFiles(string Endpoint, string Path, string? KeyPath, string? Password)
{
    /// <summary>Names the endpoint and the files only.</summary>
    public override string ToString() => $"{Endpoint}: {Path}";
}
