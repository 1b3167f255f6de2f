using System.Globalization;

namespace Kps.Gateway.Tests.Clients;

/// <summary>What a client shows its user.</summary>
internal sealed record SeenPerson(string Ad, string Soyad, int Cinsiyet, DateOnly DogumTarih, DateOnly? OlumTarih)
{
    /// <summary>As it stands in replies.txt.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Ad} {Soyad}, {Cinsiyet}, {DogumTarih:yyyy-MM-dd}{(OlumTarih is { } olum ? $" – {olum:yyyy-MM-dd}" : string.Empty)}");
}
