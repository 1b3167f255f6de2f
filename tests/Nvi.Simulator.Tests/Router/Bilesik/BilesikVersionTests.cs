using System.Xml.Linq;
using Kps.Contracts;
using Nvi.Simulator.Population;
using Nvi.Simulator.Router.Bilesik;
using Nvi.Simulator.Soap;
using Nvi.Simulator.Tests.Wire;

namespace Nvi.Simulator.Tests.Router.Bilesik;

/// <summary>What differs from version to version (wire contracts b.6, b.8).</summary>
internal sealed class BilesikVersionTests
{
    private static readonly NviPopulation People = new(10_000);

    [Test]
    public void Version2021_HasNoNewBlueCard()
    {
        var record = Ask(BilesikVersion.V2021, People.Samples.BlueCard);

        Assert.That(record.At("MaviKartliKisiKutukleri").Elements().Select(part => part.Name.LocalName), Is.EqualTo(new[] { "HataBilgisi", "KisiBilgisi", "MaviKartBilgisi" }));
        Assert.That(record.At("DoluBilesenler").Elements().Select(part => part.Value), Is.EqualTo(new[] { "MaviKartliKisiBilgisi", "MaviKartBilgisi" }));
    }

    [Test]
    public void Version2023_HasIt()
    {
        var record = Ask(BilesikVersion.V2023, People.Samples.BlueCard);

        Assert.That(record.At("MaviKartliKisiKutukleri").Elements().Count(), Is.EqualTo(6));
        Assert.That(record.At("DoluBilesenler").Elements().Select(part => part.Value), Does.Contain("YeniMaviKartBilgisi"));
    }

    [Test]
    public void PersonParts_LiveInTheCommonNamespaceUntil2023AndInTheVersionsOwnSince()
    {
        foreach (var version in BilesikVersion.All)
        {
            var kisi = Ask(version, People.Samples.Citizen).At("TCVatandasiKisiKutukleri", "KisiBilgisi");
            var expected = version == BilesikVersion.V2024 ? Ns.Nvi + version.Version : Ns.Common;
            foreach (var part in new[] { "DurumBilgisi", "KayitYeriBilgisi", "TemelBilgisi" })
            {
                Assert.That(kisi.At(part).Name.NamespaceName, Is.EqualTo(Ns.Nvi + version.Version));
                Assert.That(kisi.At(part).Elements().Select(child => child.Name.NamespaceName), Has.All.EqualTo(expected), $"{version.Version} {part}");
            }

            Assert.That(kisi.At("TemelBilgisi", "DogumTarih", "Yil").Name.NamespaceName, Is.EqualTo(Ns.Common));
        }
    }

    [Test]
    public void Guardian_StandsSince2024()
    {
        var minor = Enumerable.Range(0, 10_000).Select(index => People.At(index)).First(person => person is { Kind: PersonKind.Citizen, VeliVasi: not null });

        Assert.That(Ask(BilesikVersion.V2023, minor.KimlikNo).Descendants().Select(each => each.Name.LocalName), Has.None.Contains("VeliVasi"));
        var kisi = Ask(BilesikVersion.V2024, minor.KimlikNo).At("TCVatandasiKisiKutukleri", "KisiBilgisi");
        Assert.That(kisi.Elements().TakeLast(2).Select(member => member.Name.LocalName), Is.EqualTo(new[] { "VeliVasiTur", "VeliVasiVar" }));
        Assert.That((bool)kisi.At("VeliVasiVar"), Is.True);
        Assert.That((int)kisi.At("VeliVasiTur", "Kod"), Is.EqualTo(minor.VeliVasi!.Kod));
        var adult = Ask(BilesikVersion.V2024, People.Samples.Citizen).At("TCVatandasiKisiKutukleri", "KisiBilgisi");
        Assert.That((bool)adult.At("VeliVasiVar"), Is.False);
        Assert.That(adult.At("VeliVasiTur", "Kod").IsNil(), Is.True);
    }

    [Test]
    public void Record_IsTheSameInEveryVersionButForThat()
    {
        foreach (var number in new[] { People.Samples.Citizen, People.Samples.Foreigner, People.Samples.Divorced, People.Samples.Unknown })
        {
            var texts = BilesikVersion.All.Select(version => Leaves(Ask(version, number))).ToList();
            Assert.That(texts[1], Is.SupersetOf(texts[0]));
            Assert.That(texts[2].Where(leaf => !leaf.Contains("VeliVasi", StringComparison.Ordinal)), Is.EquivalentTo(texts[1]));
        }
    }

    [Test]
    public void Divorced_HasNoSpouseAndASurnameOfTheirOwn()
    {
        var person = People.Find(People.Samples.Divorced.Value)!;
        var kisi = Ask(BilesikVersion.V2023, person.KimlikNo).At("TCVatandasiKisiKutukleri", "KisiBilgisi");

        Assert.That(kisi.At("EsTCKimlikNo").IsNil(), Is.True);
        Assert.That(kisi.At("DurumBilgisi", "MedeniHal", "Aciklama").Value, Is.EqualTo("Boşanmış"));
        Assert.That(kisi.At("TemelBilgisi", "Soyad").Value, Is.EqualTo(person.Soyad));
    }

    private static XElement Ask(BilesikVersion version, Tckn number) =>
        Sorgu.Ask(new BilesikKutukService(People, version), ("KimlikNo", number.Value)).Items().Single();

    private static List<string> Leaves(XElement record) =>
        [.. record.Descendants().Where(each => !each.HasElements).Select(each => string.Join('/', each.AncestorsAndSelf().Select(node => node.Name.LocalName)) + "=" + each.Value)];
}
