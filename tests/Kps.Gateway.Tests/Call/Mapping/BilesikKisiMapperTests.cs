using Kps.Contracts.BilesikKisiSorgula;
using Kps.Contracts.Kisi;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Tests.Fakes;
using Nvi = Kps.Mernis.Services.BilesikKutuk;

namespace Kps.Gateway.Tests.Call.Mapping;

internal sealed class BilesikKisiMapperTests
{
    private const string YabanciKisi = "YabanciKisiKutukleri/KisiBilgisi/";

    private static readonly long Person = Registered.Person.Value;

    private static readonly string[] Registers = ["TCVatandasiKisiKutukleri", "MaviKartliKisiKutukleri", "YabanciKisiKutukleri"];

    [Test]
    public void EveryFieldThatLeaves_IsWhatNviSaid() => Law.HoldsFor(NviTrees.Any, nvi =>
    {
        var said = NviTrees.Leaves(nvi);
        foreach (var (path, value) in NviTrees.Leaves(Map(nvi)))
        {
            if (path == "KimlikNo")
            {
                Assert.That(value, Is.EqualTo(Person));
            }
            else if (path.StartsWith("HataBilgisi/", StringComparison.Ordinal))
            {
                Assert.That(said.Where(leaf => leaf.Key.EndsWith(path, StringComparison.Ordinal)).Select(leaf => leaf.Value), Has.Member(value));
            }
            else
            {
                Assert.That(said, Contains.Key(SourceOf(path)), $"Nobody said {path}.");
                Assert.That(said[SourceOf(path)], Is.EqualTo(value), path);
            }
        }
    });

    [Test]
    public void EveryFieldNviSaid_LeavesUnlessItHasNoPlace() => Law.HoldsFor(NviTrees.Any, nvi =>
    {
        var mapped = Map(nvi);
        var left = NviTrees.Leaves(mapped);
        foreach (var (path, value) in NviTrees.Leaves(nvi))
        {
            if (!Registers.Contains(path.Split('/')[0]) || RegisterOf(mapped, path) is null || !HasPlace(path) || IsInPaperWithoutRecord(nvi, path))
            {
                continue;
            }

            Assert.That(left, Contains.Key(path), $"{path} got lost.");
            Assert.That(left[path], Is.EqualTo(value), path);
        }
    });

    [Test]
    public void WhatClientsDemand_IsThereInEveryRecord() => Law.HoldsFor(NviTrees.Any, nvi =>
    {
        var mapped = Map(nvi);
        if (mapped.TCVatandasiKisiKutukleri?.KisiBilgisi is { } citizen)
        {
            Assert.That(citizen.DurumBilgisi?.OlumTarih, Is.Not.Null);
            Assert.That(citizen.TCKimlikNo, Is.Not.Null);
        }

        if (mapped.MaviKartliKisiKutukleri?.KisiBilgisi is { } blueCard)
        {
            Assert.That(blueCard.DurumBilgisi?.OlumTarih, Is.Not.Null);
        }

        if (mapped.YabanciKisiKutukleri?.KisiBilgisi is { } foreigner)
        {
            Assert.That(foreigner.DurumBilgisi, Is.Not.Null);
            Assert.That(foreigner.TemelBilgisi?.DogumTarih, Is.Not.Null);
            Assert.That(foreigner.DurumBilgisi!.OlumTarih is null, Is.EqualTo(nvi.YabanciKisiKutukleri!.KisiBilgisi!.OlumTarih is null or { Yil: null, Ay: null, Gun: null }));
        }
    });

    [Test]
    public void RegisterWithoutANumberOrWithAnError_IsNilAsAWhole() => Law.HoldsFor(NviTrees.Any, nvi =>
    {
        var mapped = Map(nvi);

        Assert.That(mapped.TCVatandasiKisiKutukleri is not null, Is.EqualTo(nvi.TCVatandasiKisiKutukleri?.KisiBilgisi is { TCKimlikNo: not null, HataBilgisi: null }));
        Assert.That(mapped.MaviKartliKisiKutukleri is not null, Is.EqualTo(nvi.MaviKartliKisiKutukleri?.KisiBilgisi is { KimlikNo: not null, HataBilgisi: null }));
        Assert.That(mapped.YabanciKisiKutukleri is not null, Is.EqualTo(nvi.YabanciKisiKutukleri?.KisiBilgisi is { KimlikNo: not null, HataBilgisi: null }));
    });

    [Test]
    public void Mapping_ChangesNothingOfTheAnswer() => Law.HoldsFor(NviTrees.Any, nvi =>
    {
        var before = NviTrees.Leaves(nvi);
        Map(nvi);

        Assert.That(NviTrees.Leaves(nvi), Is.EqualTo(before));
    });

    [Test]
    public void NotEntitledInOneRegister_OutranksNoRecordInTheOthers()
    {
        var mapped = Map(new Nvi.BilesikKutukBilgileri
        {
            TCVatandasiKisiKutukleri = new() { HataBilgisi = Hata(2) },
            MaviKartliKisiKutukleri = new() { KisiBilgisi = new() { HataBilgisi = Hata(8) } },
            YabanciKisiKutukleri = new() { HataBilgisi = Hata(2) },
        });

        Assert.That(mapped.HataBilgisi!.Kod, Is.EqualTo(8), "\"No such person\" would be a lie.");
    }

    [Test]
    public void RecordInOneRegister_NeedsNoReasonFromTheOthers()
    {
        var mapped = Map(new Nvi.BilesikKutukBilgileri
        {
            TCVatandasiKisiKutukleri = new() { KisiBilgisi = new() { TCKimlikNo = Person } },
            YabanciKisiKutukleri = new() { HataBilgisi = Hata(2) },
        });

        Assert.That(mapped.HataBilgisi, Is.Null);
        Assert.That(mapped.YabanciKisiKutukleri, Is.Null);
    }

    [Test]
    public void NviAnswerWithNothingInIt_IsNobody()
    {
        var mapped = Map(new Nvi.BilesikKutukBilgileri());

        Assert.That(NviTrees.Leaves(mapped).Keys, Is.EqualTo(new[] { "KimlikNo" }));
    }

    [Test]
    public void LivingForeigner_HasNoDeathAndADeadOneHasItTwice()
    {
        var living = Foreigner(new Nvi.TarihBilgisi());
        var dead = Foreigner(new Nvi.TarihBilgisi { Yil = 2020, Ay = 1, Gun = 2 });

        Assert.That(living.DurumBilgisi!.OlumTarih, Is.Null);
        Assert.That(living.OlumTarih, Is.Null);
        Assert.That((dead.DurumBilgisi!.OlumTarih!.Yil, dead.OlumTarih!.Gun), Is.EqualTo(((int?)2020, (int?)2)));

        static YabanciKisiBilgisi Foreigner(Nvi.TarihBilgisi olum) => Map(new Nvi.BilesikKutukBilgileri
        {
            YabanciKisiKutukleri = new() { KisiBilgisi = new() { KimlikNo = Registered.Foreigner.Value, OlumTarih = olum } },
        }).YabanciKisiKutukleri!.KisiBilgisi!;
    }

    private static Nvi.Parametre Hata(int kod) => new() { Kod = kod, Aciklama = "uydurma" };

    private static BilesikKisiBilgisi Map(Nvi.BilesikKutukBilgileri nvi) => BilesikKisiMapper.Map(Person, nvi);

    /// <summary>Where in NVİ's answer a field of ours comes from: the same path, but for a foreigner's dates.</summary>
    private static string SourceOf(string path) => path
        .Replace(YabanciKisi + "TemelBilgisi/DogumTarih", YabanciKisi + "DogumTarih", StringComparison.Ordinal)
        .Replace(YabanciKisi + "DurumBilgisi/OlumTarih", YabanciKisi + "OlumTarih", StringComparison.Ordinal);

    private static object? RegisterOf(BilesikKisiBilgisi mapped, string path) => mapped.GetType().GetProperty(path.Split('/')[0])!.GetValue(mapped);

    /// <summary>Whether the Ministry's contract has the member at all: photos, blood group, driving licence and new blue card are NVİ's alone.</summary>
    private static bool HasPlace(string path)
    {
        var type = typeof(BilesikKisiBilgisi);
        foreach (var name in path.Split('/'))
        {
            if (type.GetProperty(name) is not { } member)
            {
                return false;
            }

            type = member.PropertyType;
        }

        return true;
    }

    /// <summary>A paper (card, temporary identity) whose own error says that there is none is nil as a whole.</summary>
    private static bool IsInPaperWithoutRecord(Nvi.BilesikKutukBilgileri nvi, string path)
    {
        var names = path.Split('/');
        var register = nvi.GetType().GetProperty(names[0])!.GetValue(nvi);
        var part = names[1] == "HataBilgisi" ? null : register!.GetType().GetProperty(names[1])!.GetValue(register);
        return names[1] != "KisiBilgisi" && part?.GetType().GetProperty("HataBilgisi")?.GetValue(part) is Nvi.Parametre { Kod: 2 };
    }
}
