using System.Text;
using Kps.Gateway.Call.Criteria;
using Kps.Mernis.Services.BilesikKutuk;

namespace Kps.Gateway.Call.Queries.Ek;

/// <summary>Compares what somebody says of a person with the register. What the register does not have agrees with nothing.</summary>
internal static class PersonMatch
{
    private const int Acik = 1;

    /// <summary>The same name, whatever its letter case (Turkish) and the number of blanks between its words.</summary>
    public static bool IsName(string sent, string? registered) => registered is not null && Normal(sent) == Normal(registered);

    /// <summary>The year, and the month and the day when they are said. A register that knows no month agrees only with somebody who says none.</summary>
    public static bool IsBirth(int yil, int? ay, int? gun, TarihBilgisi? registered) =>
        registered?.Yil == yil && (ay is null || registered.Ay == ay) && (gun is null || registered.Gun == gun);

    /// <summary>
    /// Alive and with an open record. NVİ's own verification answers yes for an open record only (wire contracts b.7); a register that says nothing of the
    /// record's state is not held against the person.
    /// </summary>
    public static bool IsOpen(Parametre? durum, TarihBilgisi? olum) =>
        durum?.Kod is null or Acik && olum is null or { Yil: null, Ay: null, Gun: null };

    private static string Normal(string name) => NameRule.Upper(name.Normalize(NormalizationForm.FormC));
}
