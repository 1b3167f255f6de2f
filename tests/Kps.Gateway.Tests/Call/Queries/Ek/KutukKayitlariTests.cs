using Kps.Gateway.Call.Queries.Ek;
using Kps.Mernis.Services.BilesikKutuk;

namespace Kps.Gateway.Tests.Call.Queries.Ek;

internal sealed class KutukKayitlariTests
{
    private static readonly Parametre KayitYok = new() { Kod = 2, Aciklama = "yok" };

    [Test]
    public void RegisterWithoutANumberOrWithAnError_HasNobody()
    {
        var bilgi = new BilesikKutukBilgileri
        {
            TCVatandasiKisiKutukleri = new() { KisiBilgisi = new() { TemelBilgisi = new() { Ad = "AYŞE" } } },
            YabanciKisiKutukleri = new() { KisiBilgisi = new() { KimlikNo = EkRequests.Foreigner, HataBilgisi = KayitYok } },
            MaviKartliKisiKutukleri = new() { KisiBilgisi = new() { KimlikNo = EkRequests.Citizen, HataBilgisi = new() { Kod = 8 } } },
        };

        Assert.That((KutukKayitlari.Vatandas(bilgi), KutukKayitlari.Yabanci(bilgi), KutukKayitlari.HasAnybody(bilgi)), Is.EqualTo(((TCVatandasiKisiKutukleri?)null, (YabanciKisiBilgisi?)null, false)));
        Assert.That(KutukKayitlari.HasAnybody(new BilesikKutukBilgileri()), Is.False);
    }

    [Test]
    public void EmptyErrorElement_IsNoError()
    {
        var bilgi = new BilesikKutukBilgileri
        {
            TCVatandasiKisiKutukleri = new() { KisiBilgisi = new() { TCKimlikNo = EkRequests.Citizen, HataBilgisi = new() } },
            YabanciKisiKutukleri = new() { KisiBilgisi = new() { KimlikNo = EkRequests.Foreigner, HataBilgisi = new() } },
        };

        Assert.That(KutukKayitlari.Vatandas(bilgi), Is.SameAs(bilgi.TCVatandasiKisiKutukleri));
        Assert.That(KutukKayitlari.Yabanci(bilgi), Is.SameAs(bilgi.YabanciKisiKutukleri.KisiBilgisi));
        Assert.That(KutukKayitlari.HasAnybody(bilgi));
    }

    [Test]
    public void BlueCard_IsSomebody() =>
        Assert.That(KutukKayitlari.HasAnybody(new() { MaviKartliKisiKutukleri = new() { KisiBilgisi = new() { KimlikNo = EkRequests.Citizen } } }));

    [Test]
    public void OfEqualReasons_TheFirstIsTold() =>
        Assert.That(KutukKayitlari.Weightiest(new Parametre { Kod = 2, Aciklama = "ilk" }, new Parametre { Kod = 2, Aciklama = "ikinci" })?.Aciklama, Is.EqualTo("ilk"));

    [TestCase("", null)]
    [TestCase("2", 2)]
    [TestCase("2 8", 8)]
    [TestCase("8 2", 8)]
    [TestCase("8 10", 8)]
    [TestCase("2 2 10", 10)]
    public void AnyReason_OutranksNoRecord(string reasons, int? weightiest)
    {
        var given = reasons.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(kod => new Parametre { Kod = int.Parse(kod), Aciklama = kod }).Prepend(null).Append(new Parametre());

        Assert.That(KutukKayitlari.Weightiest([.. given])?.Kod, Is.EqualTo(weightiest));
    }
}
