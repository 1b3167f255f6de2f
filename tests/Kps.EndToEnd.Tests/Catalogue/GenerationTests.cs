using Kps.Contracts;
using Kps.EndToEnd.Tests.Harness;

namespace Kps.EndToEnd.Tests.Catalogue;

/// <summary>An application registered for the 2017 generation gets its shapes, refusals included; every other caller gets the later ones (wire contracts a.6).</summary>
public sealed class GenerationTests
{
    private TestEnvironment _house = null!;
    private Guid _of2017;
    private Guid _later;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        _house = await SharedHouse.OpenAsync();
        _of2017 = await _house.AddApplicationAsync(ContractGeneration.V2017);
        _later = await _house.AddApplicationAsync(ContractGeneration.V2021);
    }

    [Test]
    public async Task Address_StandsInTheRegister()
    {
        var old = await AskAsync(KpsOperation.BilesikKisiveAdresSorgula, _house.Samples.Citizen.Value, _of2017, ContractGeneration.V2017);
        var later = await AskAsync(KpsOperation.BilesikKisiveAdresSorgula, _house.Samples.Citizen.Value, _later, ContractGeneration.V2021);

        Assert.That(old.At("TCVatandasiKisiKutukleri/AdresBilgisi/AcikAdres"), Is.Not.Null.And.EqualTo(later.At("AdresBilgisi/AcikAdres")));
        Assert.That(old.Sonuc.Element(old.Sonuc.Name.Namespace + "AdresBilgisi"), Is.Null);
    }

    [Test]
    public async Task Booklet_HasAnaAd()
    {
        var reply = await AskAsync(KpsOperation.BilesikKisiSorgula, _house.Samples.Citizen.Value, _of2017, ContractGeneration.V2017);

        Assert.That(reply.At("TCVatandasiKisiKutukleri/NufusCuzdaniBilgisi/AnaAd"), Is.EqualTo(_house.Nvi.Population.Find(_house.Samples.Citizen.Value)!.AnneAd));
    }

    [Test]
    public async Task Foreigner_HasNoDurumBilgisi()
    {
        var reply = await AskAsync(KpsOperation.BilesikKisiSorgula, _house.Samples.DeceasedForeigner.Value, _of2017, ContractGeneration.V2017);

        Assert.That(reply.Text, Does.Contain("<OlumTarih>").And.Not.Contain("DurumBilgisi"));
    }

    [Test]
    public async Task Ornek_ListsKisiBilgisiWithYakinlik()
    {
        var old = await AskAsync(KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula, _house.Samples.Citizen.Value, _of2017, ContractGeneration.V2017);
        var later = await AskAsync(KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula, _house.Samples.Citizen.Value, _later, ContractGeneration.V2021);

        Assert.That(old.At("NkoVatandas/Kisiler/KisiBilgisi/Yakinlik/Kod"), Is.Not.Null.And.EqualTo(later.At("NkoVatandas/Kisiler/NkoKisi/YakinlikKod/Kod")));
        Assert.That(old.Text, Does.Not.Contain("NkoKisi"));
    }

    /// <summary>The schema of its generation is what each of them is held against.</summary>
    [Test]
    public async Task Refusal_HasTheShape([Values(KpsOperation.BilesikKisiSorgula, KpsOperation.BilesikKisiveAdresSorgula, KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula)] KpsOperation operation)
    {
        var nobody = await AskAsync(operation, _house.Samples.Unknown.Value, _of2017, ContractGeneration.V2017);
        var invalid = await AskAsync(operation, _house.Samples.Invalid.Value, _of2017, ContractGeneration.V2017);

        Assert.That(nobody.HataKod, Is.EqualTo(2), nobody.Text);
        Assert.That(invalid.ResultHataKod, Is.EqualTo(5201), invalid.Text);
    }

    private async Task<SoapReply> AskAsync(KpsOperation operation, long number, Guid application, ContractGeneration generation)
    {
        var reply = await _house.PostAsync(SoapMessage.Of(operation, number, _house.User) with { ExtraHeaders = $"<UygulamaKodu>{application}</UygulamaKodu>", Generation = generation });
        Assert.That(reply.Status, Is.EqualTo(200), reply.Text);
        return reply;
    }
}
