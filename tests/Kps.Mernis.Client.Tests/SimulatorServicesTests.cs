using Kps.Contracts;
using Kps.Mernis.Services.Adres;
using Kps.Mernis.Services.ByAnalogy;
using Kps.Mernis.Services.Nko;
using Kps.Mernis.Tests.Fakes;
using Nvi.Simulator;
using Nvi.Simulator.Population;
using Nvi.Simulator.Population.Addresses;
using Nvi.Simulator.Population.Events;

namespace Kps.Mernis.Tests;

/// <summary>The other services against NVİ's stand-in: what two hands wrote from the same document is read as it was meant.</summary>
internal sealed class SimulatorServicesTests
{
    private NviSimulator _nvi = null!;
    private TestClient _client = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _nvi = await NviSimulator.StartAsync(new NviSimulatorOptions
        {
            EnvironmentName = "Test",
            UserName = "KRM-DENEME",
            Password = new Secret(TestClient.Password),
            PopulationSize = 2_000,
        });
        _client = new TestClient(_nvi.StsUrl, _nvi.RouterUrl, allowByAnalogy: true);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _client.DisposeAsync();
        await _nvi.DisposeAsync();
    }

    [TestCase("2021-04-01")]
    [TestCase("2023-02-01")]
    [TestCase("2024-04-01")]
    public async Task Bilesik_SaysTheSameInEveryVersion(string version)
    {
        await using var client = new TestClient(_nvi.StsUrl, _nvi.RouterUrl, new() { ["BilesikVersion"] = version });
        for (var index = 0L; index < 300; index++)
        {
            var person = _nvi.Population.At(index);
            var reply = await client.AskAsync(person.KimlikNo);
            Assert.That(reply.Fault, Is.Null, $"person {index}");
            var (ad, durum) = person.Kind switch
            {
                PersonKind.Citizen => (reply.Value!.TCVatandasiKisiKutukleri!.KisiBilgisi!.TemelBilgisi!.Ad, reply.Value.TCVatandasiKisiKutukleri.KisiBilgisi.DurumBilgisi!.Durum?.Kod),
                PersonKind.BlueCard => (reply.Value!.MaviKartliKisiKutukleri!.KisiBilgisi!.TemelBilgisi!.Ad, reply.Value.MaviKartliKisiKutukleri.KisiBilgisi.DurumBilgisi!.Durum?.Kod),
                _ => (reply.Value!.YabanciKisiKutukleri!.KisiBilgisi!.TemelBilgisi!.Ad, reply.Value.YabanciKisiKutukleri.KisiBilgisi.DurumBilgisi!.Durum?.Kod),
            };
            Assert.That((ad, durum), Is.EqualTo((person.Ad, (int?)(person.IsDeceased ? 3 : 1))), $"person {index}");
        }
    }

    [Test]
    public async Task Addresses_AreThoseOfTheRegister()
    {
        var kinds = new HashSet<int?>();
        for (var index = 0L; index < 600; index++)
        {
            var person = _nvi.Population.At(index);
            var expected = _nvi.Population.AddressesOf(person);
            var reply = await _client.AskAsync(MernisQueries.Adres(person.KimlikNo));
            Assert.That(reply.Fault, Is.Null, $"person {index}");
            Compare(reply.Value!.YerlesimYeriAdresi, expected.YerlesimYeri, index);
            Assert.That(reply.Value.DigerAdresBilgileri?.Count ?? 0, Is.EqualTo(expected.Digerleri.Count), $"person {index}");
            foreach (var (read, written) in (reply.Value.DigerAdresBilgileri ?? []).Zip(expected.Digerleri))
            {
                Compare(read, written, index);
            }

            kinds.Add(reply.Value.YerlesimYeriAdresi?.AdresTip?.Kod);
        }

        Assert.That(kinds, Is.SupersetOf(new int?[] { null, 1, 2, 3, 4 }));
    }

    [Test]
    public async Task Extract_ListsPersonsAndEvents_OfEveryKind()
    {
        foreach (var number in new[] { _nvi.Population.Samples.Citizen, _nvi.Population.Samples.Remarried, _nvi.Population.Samples.LargestFamily })
        {
            var people = new List<int>();
            foreach (var tur in Enum.GetValues<NkoTur>())
            {
                var with = await _client.AskAsync(MernisQueries.Nko(number, tur, vukuatli: true, eskiEsListele: true));
                var without = await _client.AskAsync(MernisQueries.Nko(number, tur, vukuatli: false, eskiEsListele: true));
                Assert.That((with.Fault, without.Fault), Is.EqualTo(((UpstreamFault?)null, (UpstreamFault?)null)));
                Assert.That(with.Value!.NkoTuru?.Kod, Is.EqualTo((int)tur));
                Assert.That(without.Value!.Olaylar, Is.Null);
                Assert.That(with.Value.Kisiler!.Select(person => person.TCKimlikNo), Is.EqualTo(without.Value.Kisiler!.Select(person => person.TCKimlikNo)));
                var events = with.Value.Kisiler!.SelectMany(person => _nvi.Population.EventsOf(_nvi.Population.Find(person.TCKimlikNo!.Value)!)).Select(happened => (int?)happened.Tip);
                Assert.That(with.Value.Olaylar?.Select(happened => happened.OlayTipi?.Kod) ?? [], Is.EqualTo(events));
                foreach (var person in with.Value.Kisiler!)
                {
                    var record = _nvi.Population.Find(person.TCKimlikNo!.Value)!;
                    Assert.That(
                        (person.TemelBilgisi!.Ad, person.KayitYeriBilgisi!.BireySiraNo, person.KayitYeriBilgisi.Cilt?.Kod, person.KisiOlayTarihBilgisi!.TescilTarih?.Yil),
                        Is.EqualTo((record.Ad, record.KayitYeri?.BireySiraNo, record.KayitYeri?.Cilt.Kod, record.TescilTarih?.Yil)));
                }

                people.Add(with.Value.Kisiler!.Count);
            }

            Assert.That(people[0], Is.EqualTo(1));
            Assert.That(people, Is.Ordered);
        }
    }

    [Test]
    public async Task Extract_OfNobody_IsAnAnswerWithItsReason()
    {
        foreach (var number in new[] { _nvi.Population.Samples.Unknown, _nvi.Population.Samples.Foreigner })
        {
            var reply = await _client.AskAsync(MernisQueries.Nko(number, NkoTur.AileKayitOrnek, vukuatli: false, eskiEsListele: false));
            Assert.That((reply.Fault, reply.Value?.HataBilgisi?.Kod, reply.Value?.Kisiler), Is.EqualTo(((UpstreamFault?)null, (int?)2, (object?)null)));
        }
    }

    [Test]
    public async Task Citizen_IsFoundByNameAndByPlace()
    {
        for (var index = 0L; index < 200; index++)
        {
            var person = _nvi.Population.At(index);
            if (person.KayitYeri is not { } place)
            {
                continue;
            }

            var byName = await _client.AskAsync(MernisQueries.KisiBilgileri(new KisiBilgileriKriteri
            {
                Ad = person.Ad, AnneAd = person.AnneAd, BabaAd = person.BabaAd, Cinsiyet = (int)person.Cinsiyet, DogumAy = person.DogumTarih.Ay, DogumGun = person.DogumTarih.Gun,
                DogumYer = person.DogumYer.Aciklama, DogumYil = person.DogumTarih.Yil, Soyad = person.Soyad,
            }));
            Assert.That(byName.Value?.Select(found => found.TCKimlikNo), Has.Member(person.KimlikNo.Value), $"person {index}: {byName.Fault} {byName.Hata?.Kod}");

            var byPlace = await _client.AskAsync(MernisQueries.KayitYeri(new KayitYeriKriteri
            {
                AileSiraNo = place.AileSiraNo, BireySiraNo = place.BireySiraNo, CiltKod = place.Cilt.Kod, IlceKod = place.Ilce.Kod,
            }));
            Assert.That(byPlace.Value?.TCKimlikNo, Is.EqualTo(person.KimlikNo.Value), $"person {index}: {byPlace.Fault} {byPlace.Hata?.Kod}");
        }
    }

    [Test]
    public async Task Twins_AreTwo_AndNobodyIsNone()
    {
        var twins = _nvi.Population.Samples.NamesakesTwins;
        var one = _nvi.Population.Find(twins.One.Value)!;
        var reply = await _client.AskAsync(MernisQueries.KisiBilgileri(new KisiBilgileriKriteri
        {
            Ad = one.Ad, AnneAd = one.AnneAd, DogumYil = one.DogumTarih.Yil, DogumAy = one.DogumTarih.Ay, DogumGun = one.DogumTarih.Gun, Soyad = one.Soyad,
        }));
        Assert.That(reply.Value!.Select(found => found.TCKimlikNo), Is.EquivalentTo(new long?[] { twins.One.Value, twins.Other.Value }));

        reply = await _client.AskAsync(MernisQueries.KisiBilgileri(new KisiBilgileriKriteri { Ad = "OLMAYAN", Soyad = "OLMAYAN" }));
        Assert.That((reply.Fault, reply.Hata?.Kod ?? 2, reply.Value?.Count ?? 0), Is.EqualTo(((UpstreamFault?)null, 2, 0)));
    }

    [Test]
    public async Task CodeLists_AreThoseOfTheRegister()
    {
        var iller = await _client.AskAsync(MernisQueries.TumIl());
        Assert.That(iller.Value!.Select(il => (il.Kod, il.Ad)), Is.EqualTo(Uavt.Iller.Select(il => ((int?)il.Kod, il.Aciklama))));
        foreach (var il in Uavt.Iller)
        {
            var ilceler = await _client.AskAsync(MernisQueries.IleBagliIlce(il.Kod));
            Assert.That(ilceler.Value!.Select(ilce => (ilce.Kod, ilce.Ad, ilce.IlKod)), Is.EqualTo(Uavt.IlcelerOf(il.Kod).Select(ilce => ((int?)ilce.Kod, ilce.Aciklama, (int?)il.Kod))));
        }

        var first = Uavt.IlcelerOf(Uavt.Iller[0].Kod)[0].Kod;
        var mahalleler = await _client.AskAsync(MernisQueries.IlceyeBagliMahalle(first));
        Assert.That(mahalleler.Value!.Select(mahalle => (mahalle.Kod, mahalle.Ad, mahalle.IlceKod)), Is.EqualTo(Uavt.MahallelerOf(first).Select(mahalle => ((int?)mahalle.Kod, mahalle.Ad, (int?)first))));
        var kod = Uavt.MahallelerOf(first)[0].Kod;
        var csbmler = await _client.AskAsync(MernisQueries.MahalleyeBagliCsbm(kod));
        Assert.That(
            csbmler.Value!.Select(csbm => (csbm.Kod, csbm.Ad, csbm.MahalleKod, csbm.Tip?.Aciklama)),
            Is.EqualTo(Uavt.CsbmlerOf(kod).Select(csbm => ((int?)csbm.Kod, csbm.Ad, (int?)kod, csbm.Tip.Aciklama))));
    }

    [TestCase(IstatistikOlay.Dogum, OlayTipi.Dogum)]
    [TestCase(IstatistikOlay.Olum, OlayTipi.Olum)]
    [TestCase(IstatistikOlay.Evlenme, OlayTipi.Evlenme)]
    [TestCase(IstatistikOlay.Bosanma, OlayTipi.Bosanma)]
    public async Task Counts_AreThoseOfTheRegister(IstatistikOlay asked, OlayTipi happened)
    {
        var (from, to) = (new DateOnly(1950, 1, 1), new DateOnly(2020, 12, 31));
        long all = 0;
        foreach (var il in Uavt.Iller)
        {
            var reply = await _client.AskAsync(MernisQueries.Istatistik(new IstatistikKriteri { BaslangicTarih = from, BitisTarih = to, IlKod = il.Kod, OlayTip = asked }));
            Assert.That(reply.Value?.Adet, Is.EqualTo(_nvi.Population.CountEvents(happened, Uavt.IlcelerOf(il.Kod).Select(ilce => ilce.Kod), from, to)));
            all += reply.Value!.Adet!.Value;
        }

        Assert.That(all, Is.Positive);
    }

    private static void Compare(KimlikNoileKisiAdresBilgisi? read, Adres? written, long index)
    {
        if (written is null)
        {
            Assert.That(read?.HataBilgisi?.Kod, Is.EqualTo(2), $"person {index}");
            return;
        }

        Assert.That(
            (read!.AdresNo, read.AdresTip?.Kod, read.AcikAdres, read.BeyandaBulunanKimlikNo, read.TasinmaNedenAciklama, read.TescilTarihi?.Yil),
            Is.EqualTo(((long?)written.AdresNo, (int?)written.Tip, written.AcikAdres, (long?)written.BeyandaBulunanKimlikNo.Value, written.TasinmaNedenAciklama, (int?)written.TescilTarihi.Yil)),
            $"person {index}");
        var mahalle = read.IlIlceMerkezAdresi?.MahalleKodu ?? read.BeldeAdresi?.MahalleKodu ?? read.KoyAdresi?.MahalleKodu;
        Assert.That(mahalle, Is.EqualTo(written.YurtIci?.Mahalle.Kod), $"person {index}");
        Assert.That(read.YurtDisiAdresi?.YabanciSehir is not null, Is.EqualTo(written.YurtDisi is not null), $"person {index}");
    }
}
