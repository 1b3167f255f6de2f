namespace Kps.Gateway.Call.Parsing;

/// <summary>The caller identification headers of HBYS clients, any subset (wire contracts a.2). Texts as sent, at most 100 characters.</summary>
/// <param name="SorgulayanKimlikNo">Number of the asking person, as the client claims.</param>
/// <param name="KurumKodu">The Ministry's number of the institution.</param>
/// <param name="UygulamaKodu">GUID of the application.</param>
internal sealed record CallerHeaders(string? SorgulayanKimlikNo, string? KurumKodu, string? UygulamaKodu)
{
    public static CallerHeaders None { get; } = new(null, null, null);

    /// <summary>No content: the asker's number is personal.</summary>
    public override string ToString() => nameof(CallerHeaders);
}
