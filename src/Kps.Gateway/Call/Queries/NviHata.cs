using Kps.Contracts.Ortak;
using Kps.Gateway.Call.Mapping;
using Kps.Mernis;

namespace Kps.Gateway.Call.Queries;

/// <summary>NVİ's own word on a query as a whole, passed on with its own code and text (wire contracts b.6).</summary>
internal static class NviHata
{
    /// <summary>No record matches.</summary>
    public const int KayitYokKod = 2;

    /// <summary>"No record matches" in NVİ's own words, for where its answer says so without words.</summary>
    public static Parametre KayitYok() => new() { Kod = KayitYokKod, Aciklama = "Aradığınız kriterlere uygun kayıt bulunamadı." };

    /// <summary>The answer when NVİ gave no data.</summary>
    /// <param name="hata">NVİ's error; null is an answer nobody can use.</param>
    /// <param name="refuse">Makes the tree that carries it.</param>
    public static QueryResult Result(MernisHata? hata, Func<Parametre, IKpsServisSonucu> refuse)
    {
        if (hata is null)
        {
            return QueryResult.Faulty(new CallFault(FaultCode.UnmappableAnswer));
        }

        var kod = hata.Kod ?? (int)FaultCode.UnmappableAnswer;
        return QueryResult.Hata(refuse(new Parametre { Kod = kod, Aciklama = hata.Aciklama }), kod);
    }

    /// <summary>The answer when the one item NVİ gave says why it is empty.</summary>
    /// <param name="hata">The item's own error.</param>
    /// <param name="refuse">Makes the tree that carries it.</param>
    public static QueryResult Result(Parametre hata, Func<Parametre, IKpsServisSonucu> refuse) => QueryResult.Hata(refuse(hata), hata.Kod ?? KayitYokKod);
}
