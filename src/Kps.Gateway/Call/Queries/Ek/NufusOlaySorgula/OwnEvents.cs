using Kps.Gateway.Call.Criteria;
using Kps.Mernis.Services.Nko;

namespace Kps.Gateway.Call.Queries.Ek.NufusOlaySorgula;

/// <summary>
/// Whose event it is. An event bears no number, only a place of entry and a name; and a person's earlier events may stand at an earlier place, before a
/// marriage moved the entry, or under an earlier family name. So an event is somebody else's only when it says so.
/// </summary>
internal static class OwnEvents
{
    /// <summary>False when the event is another person's.</summary>
    public static bool IsOf(NkoKisi person, NkoOlay olay)
    {
        if (olay.KayitYeri is { IlceKod: { } ilce, CiltKod: { } cilt, AileSiraNo: { } aile, BireySiraNo: { } birey }
            && person.KayitYeriBilgisi is { Ilce.Kod: { } ownIlce, Cilt.Kod: { } ownCilt, AileSiraNo: { } ownAile, BireySiraNo: { } ownBirey }
            && (ilce, cilt, aile) == (ownIlce, ownCilt, ownAile))
        {
            // Within one family the person's number in it decides.
            return birey == ownBirey;
        }

        return olay.Ad is not { } ad || person.TemelBilgisi?.Ad is not { } ownAd || NameRule.Upper(ad) == NameRule.Upper(ownAd);
    }
}
