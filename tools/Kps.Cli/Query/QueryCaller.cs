using Kps.Contracts;

namespace Kps.Cli.Query;

/// <summary>Who asks. No record: its text would show the number.</summary>
/// <param name="userName">The name on the wire.</param>
/// <param name="password">The web-service password.</param>
internal sealed class QueryCaller(string userName, Secret password)
{
    public string UserName => userName;

    public Secret Password => password;

    /// <summary>Header KurumKodu; left out when null.</summary>
    public int? KurumKodu { get; init; }

    /// <summary>Header UygulamaKodu; left out when null.</summary>
    public Guid? UygulamaKodu { get; init; }
}
