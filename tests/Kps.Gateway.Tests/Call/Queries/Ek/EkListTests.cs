using Kps.Contracts;
using Kps.Gateway.Call;

namespace Kps.Gateway.Tests.Call.Queries.Ek;

/// <summary>The four code lists.</summary>
internal sealed class EkListTests
{
    private static IEnumerable<TestCaseData> Lists()
    {
        yield return Case(KpsOperation.IlListesi, "AksOkuTumIlServis", null, "Il", string.Empty, "Ad Kod");
        yield return Case(KpsOperation.IlceListesi, "AksOkuTumIleBagliIlceServis", "<IlKod>34</IlKod>", "Ilce", "<IlKod>34</IlKod>", "Ad Kod");
        yield return Case(KpsOperation.MahalleListesi, "AksOkuTumIlceyeBagliMahalleServis", "<IlceKod>1720</IlceKod>", "Mahalle", "<IlceKod>1720</IlceKod>", "Ad Kod");
        yield return Case(
            KpsOperation.CsbmListesi, "AksOkuTumMahalleyeBagliCsbmServis", "<MahalleKod>40321</MahalleKod>", "Csbm",
            "<MahalleKod>40321</MahalleKod><Tip><Aciklama>Sokak</Aciklama><Kod>4</Kod></Tip>", "Ad Kod Tip");

        static TestCaseData Case(params object?[] arguments) => new TestCaseData(arguments).SetArgDisplayNames($"{arguments[0]}");
    }

    [TestCaseSource(nameof(Lists))]
    public async Task Entries_LeaveInNvisOrderAndUnchanged(KpsOperation operation, string service, string? criterion, string item, string parent, string fields)
    {
        using var desk = new EkDesk();
        string[] names = ["ZEYTİNLİ", "ÇAMLIK", "ADA"];
        var items = string.Concat(names.Select((name, index) => $"<{item}><Ad>{name}</Ad><Kod>{100 - index}</Kod>{parent}</{item}>"));
        var (answer, fault) = await desk.AskAsync(operation, EkRequests.Of(operation).Whole, EkDesk.Items(items));

        Assert.That(fault, Is.Null);
        Assert.That(desk.Asked.Single(), Does.Contain(service).And.Contain(criterion ?? "Sorgula"));
        Assert.That((answer!.Code, answer.FieldsReturned, answer.FieldsWithheld), Is.EqualTo((0, fields, (string?)null)));
        var leaves = EkTrees.Leaves(answer.Result);
        Assert.That(Enumerable.Range(0, 3).Select(index => (leaves[$"Sonuc/{index}/Ad"], leaves[$"Sonuc/{index}/Kod"])), Is.EqualTo(names.Select((name, index) => ((object)name, (object)(100 - index)))));
        Assert.That(leaves, Has.Count.EqualTo(3 * (operation switch { KpsOperation.IlListesi => 2, KpsOperation.CsbmListesi => 5, _ => 3 })), "Name, code, the place above, and a street's kind.");
        Assert.That(leaves.Where(leaf => leaf.Key.EndsWith("/IlKod", StringComparison.Ordinal)).Select(leaf => leaf.Value), Is.All.EqualTo(34));
        Assert.That(leaves.Where(leaf => leaf.Key.EndsWith("/IlceKod", StringComparison.Ordinal)).Select(leaf => leaf.Value), Is.All.EqualTo(1720));
        Assert.That(leaves.Where(leaf => leaf.Key.EndsWith("/MahalleKod", StringComparison.Ordinal)).Select(leaf => leaf.Value), Is.All.EqualTo(40_321));
        Assert.That(leaves.Where(leaf => leaf.Key.EndsWith("/Tip/Aciklama", StringComparison.Ordinal)).Select(leaf => leaf.Value), Is.All.EqualTo("Sokak"));
    }

    [TestCaseSource(nameof(Lists))]
    public async Task EmptyList_IsAPlaceThatDoesNotExist(KpsOperation operation, string service, string? criterion, string item, string parent, string fields)
    {
        using var desk = new EkDesk();
        var (answer, fault) = await desk.AskAsync(operation, EkRequests.Of(operation).Whole, EkDesk.Items(string.Empty));

        if (criterion is null)
        {
            Assert.That(fault?.Code, Is.EqualTo(FaultCode.UnmappableAnswer), "There is no country without provinces.");
        }
        else
        {
            AssertRefused(answer, 2, "Aradığınız kriterlere uygun kayıt bulunamadı.");
        }
    }

    [TestCaseSource(nameof(Lists))]
    public async Task ReasonOfNvi_IsPassedOnWhereverItStands(KpsOperation operation, string service, string? criterion, string item, string parent, string fields)
    {
        string[] answers =
        [
            EkDesk.Hata(2),
            EkDesk.Hata(2) + EkDesk.Items(string.Empty),
            EkDesk.Items($"<{item}>{EkDesk.Hata(2)}</{item}>"),
        ];
        foreach (var nvi in answers)
        {
            using var desk = new EkDesk();
            var (answer, _) = await desk.AskAsync(operation, EkRequests.Of(operation).Whole, nvi);

            AssertRefused(answer, 2, "neden");
        }
    }

    [TestCaseSource(nameof(Lists))]
    public async Task ListWithAHole_IsNotGiven(KpsOperation operation, string service, string? criterion, string item, string parent, string fields)
    {
        string[] answers =
        [
            EkDesk.Items($"<{item}><Ad>ADA</Ad><Kod>1</Kod></{item}><{item}>{EkDesk.Hata(8)}</{item}>"),
            EkDesk.Hata(8) + EkDesk.Items($"<{item}><Ad>ADA</Ad><Kod>1</Kod></{item}>"),
        ];
        foreach (var nvi in answers)
        {
            using var desk = new EkDesk();
            var (answer, _) = await desk.AskAsync(operation, EkRequests.Of(operation).Whole, nvi);

            AssertRefused(answer, 8, "neden");
        }
    }

    [TestCase(KpsOperation.IlceListesi, "ilKod")]
    [TestCase(KpsOperation.MahalleListesi, "ilceKod")]
    [TestCase(KpsOperation.CsbmListesi, "mahalleKod")]
    public void CodeThatIsNotPositive_IsNamed(KpsOperation operation, string member)
    {
        foreach (var value in new[] { "0", "-34" })
        {
            var fault = EkDesk.Check(operation, EkRequests.Change(operation, (member, value)));

            Assert.That((fault?.Code, fault?.Subject), Is.EqualTo(((FaultCode?)FaultCode.InvalidCriterion, member)));
        }

        Assert.That(EkDesk.Check(operation, EkRequests.Change(operation, (member, "1"))), Is.Null);
    }

    private static void AssertRefused(MappedAnswer? answer, int kod, string aciklama)
    {
        var leaves = EkTrees.Leaves(answer!.Result);

        Assert.That((answer.Code, answer.FieldsReturned), Is.EqualTo((kod, (string?)null)));
        Assert.That(leaves, Is.EquivalentTo(new Dictionary<string, object> { ["HataBilgisi/Kod"] = kod, ["HataBilgisi/Aciklama"] = aciklama }));
    }
}
