using System.Globalization;
using Kps.Contracts.Ek;
using Kps.Gateway.Call.Mapping;
using Kps.Mernis.Services.BilesikKutuk;
using Ortak = Kps.Contracts.Ortak;
using Parametre = Kps.Mernis.Services.BilesikKutuk.Parametre;

namespace Kps.Gateway.Call.Queries.Ek.KisiVeCuzdanDogrula;

/// <summary>The card of a verification: what may be said of one, and whether it is the person's. Whoever says two cards must be right about both.</summary>
internal static class CuzdanRule
{
    /// <summary>Longest series or serial number in characters, blanks included.</summary>
    public const int MaxLength = 20;

    private static readonly CultureInfo Turkish = CultureInfo.GetCultureInfo("tr-TR");

    /// <summary>A booklet by series and number, a chip card by serial number, at least one of them: a person without a card is verified by nothing but what many know.</summary>
    /// <returns>The fault, or null.</returns>
    public static CallFault? Check(KisiVeCuzdanKriter kriter) => kriter switch
    {
        { CuzdanSeri: null, CuzdanNo: null, TCKKSeriNo: null } => Invalid("CuzdanSeri ile CuzdanNo ya da TCKKSeriNo (en az biri)"),
        { CuzdanSeri: null, CuzdanNo: not null } or { CuzdanSeri: not null, CuzdanNo: null } => Invalid("CuzdanSeri ile CuzdanNo (birlikte)"),
        { CuzdanNo: < 1 } => Invalid(nameof(kriter.CuzdanNo)),
        _ => CheckText(kriter.CuzdanSeri, nameof(kriter.CuzdanSeri)) ?? CheckText(kriter.TCKKSeriNo, nameof(kriter.TCKKSeriNo)),
    };

    /// <summary>Compares the cards that were said.</summary>
    /// <param name="kriter">What the caller said, checked.</param>
    /// <param name="kayit">The citizen.</param>
    /// <returns>Whether they are his; and where NVİ does not tell of a card that could still make it a yes, its reason.</returns>
    public static (bool Agrees, Ortak.Parametre? Untold) Compare(KisiVeCuzdanKriter kriter, TCVatandasiKisiKutukleri kayit)
    {
        Ortak.Parametre? untold = null;
        if (kriter.CuzdanSeri is { } seri)
        {
            var cuzdan = kayit.NufusCuzdaniBilgisi;
            untold = Untold(cuzdan?.HataBilgisi);
            if (untold is null && !(Has(cuzdan?.HataBilgisi) && cuzdan?.No == kriter.CuzdanNo && IsSame(seri, cuzdan?.Seri)))
            {
                return (false, null);
            }
        }

        if (kriter.TCKKSeriNo is { } seriNo)
        {
            var tckk = kayit.TCKKBilgisi;
            if (Untold(tckk?.HataBilgisi) is { } reason)
            {
                untold ??= reason;
            }
            else if (!(Has(tckk?.HataBilgisi) && IsSame(seriNo, tckk?.SeriNo)))
            {
                return (false, null);
            }
        }

        return (untold is null, untold);
    }

    private static CallFault Invalid(string subject) => new(FaultCode.InvalidCriterion, subject);

    private static CallFault? CheckText(string? text, string member) =>
        text is null ? null
        : text.Contains('?', StringComparison.Ordinal) ? new CallFault(FaultCode.BrokenName, member)
        : text.Length > MaxLength || !text.All(letter => char.IsLetterOrDigit(letter) || letter == ' ') ? Invalid(member)
        : null;

    private static bool Has(Parametre? hata) => hata.ToContract() is null;

    private static Ortak.Parametre? Untold(Parametre? hata) => hata.ToContract() is { Kod: not NviHata.KayitYokKod } reason ? reason : null;

    private static bool IsSame(string sent, string? registered) => registered is not null && Normal(sent) == Normal(registered);

    private static string Normal(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))).ToUpper(Turkish);
}
