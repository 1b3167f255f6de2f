namespace Kps.Gateway.FrontDoor.Tls;

/// <summary>Writes down that another certificate is about to serve an endpoint; throws when it cannot.</summary>
/// <param name="endpoint">Name under <c>Kestrel:Endpoints</c>.</param>
/// <param name="loaded">The certificate.</param>
/// <param name="cancellationToken">Gives up.</param>
internal delegate Task TellOfCertificate(string endpoint, LoadedCertificate loaded, CancellationToken cancellationToken);
