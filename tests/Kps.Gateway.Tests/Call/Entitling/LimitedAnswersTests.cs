using System.Buffers;
using System.Text;
using System.Xml.Linq;
using Kps.Contracts;
using Kps.Contracts.Answers;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Contracts.Fields;
using Kps.Contracts.Ortak;
using Kps.Gateway.Call.Entitling;
using Kps.Gateway.Tests.Clients;
using Kps.Gateway.Tests.Golden;
using Kps.Registry.Entitlements;

namespace Kps.Gateway.Tests.Call.Entitling;

/// <summary>A limited answer is still an answer of the contract, and the strictest client reads it as long as it is given what it cannot do without.</summary>
internal sealed class LimitedAnswersTests
{
    private static readonly FieldTree Tree = FieldCatalog.Find(KpsOperation.BilesikKisiSorgula)!.Result;

    [Test]
    public void Answer_FitsThePublishedSchema_WhateverIsGiven()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            var bilgi = (BilesikKisiBilgisi)ContractTrees.Random(typeof(BilesikKisiBilgisi), random);
            new FieldProjection(Tree, new RandomRights(Tree, random).Set).Apply(bilgi);

            Assert.That(() => ServiceSchema.Validate(Response(bilgi)), Throws.Nothing, $"seed {seed}");
        }
    }

    [Test]
    public void StrictClient_ReadsWhatHoldsSexAndYearOfBirth([Range(0, 3)] int register)
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var bilgi = Person(register);
            new FieldProjection(Tree, Demanded(new Random(seed))).Apply(bilgi);

            Assert.That(KpsServiceReader.Read(Reply(bilgi)), Is.Not.Null, $"seed {seed}");
        }
    }

    [TestCase("TCVatandasiKisiKutukleri/KisiBilgisi/TemelBilgisi/Cinsiyet")]
    [TestCase("TCVatandasiKisiKutukleri/KisiBilgisi/TemelBilgisi/DogumTarih/Yil")]
    [TestCase("TCVatandasiKisiKutukleri/KisiBilgisi/TemelBilgisi/DogumTarih")]
    public void StrictClient_BreaksWithoutThem(string path)
    {
        var bilgi = Person(0);
        new FieldProjection(Tree, new FieldSet(EntitlementKapsam.Tum, [new(FieldKind.Alan, path, false, null)])).Apply(bilgi);

        Assert.That(() => KpsServiceReader.Read(Reply(bilgi)), Throws.Exception, "Then the operator need not be warned of it.");
    }

    /// <summary>Random rows, the ones that are demanded given.</summary>
    private static FieldSet Demanded(Random random)
    {
        var demanded = Tree.All.Where(field => field.IsDemanded).Select(field => field.Path).ToList();
        var rows = Tree.All.Where(field => field.TakesRights && !demanded.Contains(field.Path) && random.Next(10) == 0)
            .Select(field => new RegisteredFieldRight(FieldKind.Alan, field.Path, random.Next(2) == 0, null));
        return new FieldSet(
            random.Next(2) == 0 ? EntitlementKapsam.Tum : EntitlementKapsam.Secili,
            rows.Concat(demanded.Select(path => new RegisteredFieldRight(FieldKind.Alan, path, true, null))));
    }

    private static XElement Response(BilesikKisiBilgisi bilgi)
    {
        var text = new ArrayBufferWriter<byte>();
        text.Write(Encoding.ASCII.GetBytes($"<BilesikKisiSorgulaResponse xmlns=\"{KpsNamespaces.Service}\">"));
        ContractWriter.WriteResult(
            text, KpsOperation.BilesikKisiSorgula, ContractGeneration.V2021, new KpsServisSonucuBilesikKisiBilgisi { Sonuc = bilgi });
        text.Write("</BilesikKisiSorgulaResponse>"u8);
        return XElement.Parse(Encoding.UTF8.GetString(text.WrittenSpan));
    }

    private static string Reply(BilesikKisiBilgisi bilgi) =>
        "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body>"
        + Response(bilgi).ToString(SaveOptions.DisableFormatting) + "</s:Body></s:Envelope>";

    /// <summary>A citizen, a dead one, a blue-card holder, a living foreigner.</summary>
    private static BilesikKisiBilgisi Person(int register)
    {
        var temel = new Contracts.Kisi.TemelBilgisi
        {
            Ad = "ŞÜKRÜ", Soyad = "ÖRNEK", Cinsiyet = new Parametre { Kod = 1, Aciklama = "Erkek" }, DogumTarih = new() { Yil = 1990, Ay = 5, Gun = 6 },
        };
        var durum = new Contracts.Kisi.DurumBilgisi { Durum = new Parametre { Kod = 1 }, OlumTarih = register == 1 ? new() { Yil = 2020, Ay = 2, Gun = 3 } : new() };
        return register switch
        {
            2 => new() { KimlikNo = 5, MaviKartliKisiKutukleri = new() { KisiBilgisi = new() { KimlikNo = 5, TemelBilgisi = temel, DurumBilgisi = durum } } },
            3 => new() { KimlikNo = 5, YabanciKisiKutukleri = new() { KisiBilgisi = new() { KimlikNo = 5, TemelBilgisi = temel, DurumBilgisi = new() { Durum = new() { Kod = 1 } } } } },
            _ => new() { KimlikNo = 5, TCVatandasiKisiKutukleri = new() { KisiBilgisi = new() { TCKimlikNo = 5, TemelBilgisi = temel, DurumBilgisi = durum } } },
        };
    }
}
