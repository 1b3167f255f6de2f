using Kps.Contracts.BilesikKisiSorgula;
using Kps.Contracts.Kart;
using Kps.Contracts.Kisi;
using Kps.Gateway.Call.Mapping;

namespace Kps.Gateway.Tests.Call.Mapping;

internal sealed class ReturnedPartsTests
{
    [Test]
    public void FilledParts_AreNamed() =>
        Assert.That(
            ReturnedParts.Of(new BilesikKisiBilgisi
            {
                TCVatandasiKisiKutukleri = new TCVatandasiKisiKutukleri { KisiBilgisi = new TCKisiBilgisi(), TCKKBilgisi = new TCKK() },
                MaviKartliKisiKutukleri = new MaviKartliKisiKutukleri { KisiBilgisi = new MaviKartKisiBilgisi(), MaviKartBilgisi = new MaviKartBilgisi() },
                YabanciKisiKutukleri = new YabanciKisiKutukleri(),
            }),
            Is.EqualTo("TCVatandasiKisiKutukleri/KisiBilgisi,TCKKBilgisi MaviKartliKisiKutukleri/KisiBilgisi,MaviKartBilgisi YabanciKisiKutukleri"));

    [Test]
    public void NoRecord_IsNull() => Assert.That(ReturnedParts.Of(new BilesikKisiBilgisi()), Is.Null);
}
