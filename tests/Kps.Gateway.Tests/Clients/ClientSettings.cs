namespace Kps.Gateway.Tests.Clients;

/// <summary>What an installation of such a client is set to.</summary>
internal sealed record ClientSettings
{
    public required string UserName { get; init; }

    public required string Password { get; init; }

    /// <summary>SorgulayanKimlikNo, for the client that sends it.</summary>
    public required string Sorgulayan { get; init; }

    /// <summary>KurumKodu, for the clients that send it.</summary>
    public required int KurumKodu { get; init; }

    /// <summary>UygulamaKodu, for the clients that send it.</summary>
    public required Guid UygulamaKodu { get; init; }

    /// <summary>The clock of the client's machine.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>MessageID; the PHP client has one for both requests.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>No password.</summary>
    public override string ToString() => nameof(ClientSettings);
}
