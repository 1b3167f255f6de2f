using System.Runtime.Serialization;
using Kps.Contracts.Fields;

namespace Kps.Contracts.Tests.Fields;

internal sealed class FieldTreeTests
{
    [Test]
    public void Members_AreListedInWireOrderWithTheirTypes() => Assert.That(
        new FieldTree(typeof(Kayit)).All.Select(field => $"{field.Path} {field.TypeName} {field.Shape}"),
        Is.EqualTo(new[]
        {
            "Kok string Value",
            "DurumBilgisi Durum Record",
            "DurumBilgisi/Din Parametre Value",
            "DurumBilgisi/Tarih TarihBilgisi Record",
            "DurumBilgisi/Tarih/Yil int Value",
            "HataBilgisi Parametre Value",
            "KimlikNo long Value",
            "Olaylar Olay[] List",
            "Olaylar/Zaman dateTime Value",
            "Resim base64Binary Value",
        }));

    [Test]
    public void List_HasTheMembersOfItsItems()
    {
        var tree = new FieldTree(typeof(List<Olay>));

        Assert.That((tree.IsList, tree.Item, tree.Fields.Single().Path), Is.EqualTo((true, typeof(Olay), "Zaman")));
    }

    [Test]
    public void Find_IsByExactPath()
    {
        var tree = new FieldTree(typeof(Kayit));

        Assert.That(tree.Find("DurumBilgisi/Din")!.Name, Is.EqualTo("Din"));
        Assert.That(tree.Find("DurumBilgisi/din"), Is.Null);
        Assert.That(tree.Find("Din"), Is.Null);
        Assert.That(tree.Find("DurumBilgisi/Din/Kod"), Is.Null, "A coded value is given or withheld as one.");
    }

    [Test]
    public void WhatStandsInEveryAnswer_TakesNoRights()
    {
        var tree = new FieldTree(typeof(Kayit), new FieldTreeRules { Echoes = ["KimlikNo"] });

        Assert.That(tree.All.Where(field => field.IsStructural).Select(field => field.Path), Is.EqualTo(new[] { "DurumBilgisi", "HataBilgisi", "KimlikNo" }));
        Assert.That(tree.All.Where(field => !field.TakesRights).Select(field => field.Path), Is.EqualTo(new[] { "HataBilgisi", "KimlikNo" }));
    }

    [Test]
    public void Outside_HoldsForEverythingBelow()
    {
        var tree = new FieldTree(typeof(Kayit), new FieldTreeRules { Outside = ["DurumBilgisi"] });

        Assert.That(
            tree.All.Where(field => field.IsOutside).Select(field => field.Path),
            Is.EqualTo(new[] { "DurumBilgisi", "DurumBilgisi/Din", "DurumBilgisi/Tarih", "DurumBilgisi/Tarih/Yil" }));
        Assert.That(tree.All.Where(field => field.IsOutside).Select(field => field.TakesRights), Is.All.False);
    }

    [Test]
    public void Demanded_IsSaidByTheEndOfThePath() => Assert.That(
        new FieldTree(typeof(Kayit), new FieldTreeRules { Demanded = ["Tarih/Yil"] }).All.Where(field => field.IsDemanded).Select(field => field.Path),
        Is.EqualTo(new[] { "DurumBilgisi/Tarih/Yil" }));

    [TestCase("Yok")]
    [TestCase("DurumBilgisi/Yok")]
    public void RuleForAMemberThatIsNotThere_IsRefused(string path)
    {
        Assert.That(() => new FieldTree(typeof(Kayit), new FieldTreeRules { Echoes = [path] }), Throws.InvalidOperationException.With.Message.Contains(path));
        Assert.That(() => new FieldTree(typeof(Kayit), new FieldTreeRules { Outside = [path] }), Throws.InvalidOperationException.With.Message.Contains(path));
    }

    [Test]
    public void MemberThatCannotBeNil_IsRefused() =>
        Assert.That(() => new FieldTree(typeof(Sayili)), Throws.InvalidOperationException.With.Message.Contains("Sayili.Adet"));

    [Test]
    public void MemberThatCannotBeSet_IsRefused() =>
        Assert.That(() => new FieldTree(typeof(Okunur)), Throws.InvalidOperationException.With.Message.Contains("Okunur.Ad"));

    [Test]
    public void TypeThatContainsItself_IsRefused() =>
        Assert.That(() => new FieldTree(typeof(Dongu)), Throws.InvalidOperationException.With.Message.Contains("Altlar/Ust"));

    [DataContract]
    internal class Temel
    {
        [DataMember]
        public string? Kok { get; set; }
    }

    [DataContract]
    internal sealed class Kayit : Temel
    {
        [DataMember]
        public long? KimlikNo { get; set; }

        [DataMember]
        public Parametre? HataBilgisi { get; set; }

        [DataMember]
        public Durum? DurumBilgisi { get; set; }

        [DataMember]
        public Olay[]? Olaylar { get; set; }

        [DataMember]
        public byte[]? Resim { get; set; }

        public string? NotOnTheWire { get; set; }
    }

    [DataContract]
    internal sealed class Durum
    {
        [DataMember]
        public Parametre? Din { get; set; }

        [DataMember]
        public TarihBilgisi? Tarih { get; set; }
    }

    [DataContract]
    internal sealed class TarihBilgisi
    {
        [DataMember]
        public int? Yil { get; set; }
    }

    [DataContract]
    internal sealed class Parametre
    {
        [DataMember]
        public int? Kod { get; set; }
    }

    [DataContract]
    internal sealed class Olay
    {
        [DataMember]
        public DateTime? Zaman { get; set; }
    }

    [DataContract]
    internal sealed class Sayili
    {
        [DataMember]
        public int Adet { get; set; }
    }

    [DataContract]
    internal sealed class Okunur
    {
        [DataMember]
        public string? Ad { get; private set; }
    }

    [DataContract]
    internal sealed class Dongu
    {
        [DataMember]
        public List<DonguAlt>? Altlar { get; set; }
    }

    [DataContract]
    internal sealed class DonguAlt
    {
        [DataMember]
        public Dongu? Ust { get; set; }
    }
}
