using Kps.EndToEnd.Tests.Harness;

namespace Kps.EndToEnd.Tests.Toolkits;

/// <summary>What a toolkit is told to do.</summary>
/// <param name="IsSoap12">SOAP 1.2, else 1.1.</param>
/// <param name="Auth">UsernameToken, Basic, or PasswordDigest.</param>
/// <param name="Addressing">Send WS-Addressing headers.</param>
/// <param name="User">Whose credentials.</param>
/// <param name="Calls">Asked one after the other.</param>
internal sealed record ToolkitTask(bool IsSoap12, string Auth, bool Addressing, TestUser User, params IReadOnlyList<QueryArguments> Calls)
{
    /// <summary>The contract all the calls are of.</summary>
    public ToolkitContract Contract { get; init; } = ToolkitContract.Kps;

    /// <summary>The UygulamaKodu header; null sends none. gSOAP's program has none.</summary>
    public Guid? UygulamaKodu { get; init; }
}
