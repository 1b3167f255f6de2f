using Kps.Contracts;
using Kps.Gateway.Call;
using Kps.Gateway.Tests.Fakes;

namespace Kps.Gateway.Tests.Call.Queries.Ek;

/// <summary>Numbers and refusals are the same matter for every operation that has them.</summary>
internal sealed class EkNumberTests
{
    private static IEnumerable<TestCaseData> Numbered()
    {
        yield return new TestCaseData(KpsOperation.NufusKayitOrnegiSorgula, "KimlikNo");
        yield return new TestCaseData(KpsOperation.CuzdanBilgisiSorgula, "kimlikNo");
        yield return new TestCaseData(KpsOperation.NufusOlaySorgula, "kimlikNo");
        yield return new TestCaseData(KpsOperation.KisiVeCuzdanDogrula, "KimlikNo");
        yield return new TestCaseData(KpsOperation.YabanciDogrula, "KimlikNo");
    }

    [TestCaseSource(nameof(Numbered))]
    public void NumberThatIsNobodys_IsRefusedBeforeNvi(KpsOperation operation, string member)
    {
        foreach (var number in new[] { Registered.Person.Value ^ 1, 0, -1, 12345 })
        {
            Assert.That(EkDesk.Check(operation, EkRequests.Change(operation, (member, $"{number}")))?.Code, Is.EqualTo(FaultCode.InvalidNumber));
        }
    }

    [TestCaseSource(nameof(Numbered))]
    public void ForeignNumberWithoutTheChecksum_IsForwarded(KpsOperation operation, string member)
    {
        var changes = new List<(string, string?)> { (member, $"{Registered.Foreigner.Value ^ 1}") };
        if (operation == KpsOperation.KisiVeCuzdanDogrula)
        {
            changes.Add(("TCKKSeriNo", "A01B23456"));
        }

        Assert.That(EkDesk.Check(operation, EkRequests.Change(operation, [.. changes])), Is.Null);
    }

    private static IEnumerable<KpsOperation> Operations => OperationCatalog.AllOf(KpsService.Ek).Select(operation => operation.Operation);

    [TestCaseSource(nameof(Operations))]
    public void Refusal_HasItsReasonOnTopAndNoSonuc(KpsOperation operation)
    {
        var (call, _) = EkDesk.Parse(operation, EkRequests.Of(operation).Whole);
        var result = call.Request.Query!.Refuse(call.Request.Criteria!, new() { Kod = 8, Aciklama = "neden" });

        Assert.That((result.HataBilgisi?.Kod, result.HataBilgisi?.Aciklama), Is.EqualTo(((int?)8, "neden")));
        Assert.That(result.GetType().GetProperty("Sonuc")!.GetValue(result), Is.Null);
        Assert.That(() => Contracts.Answers.AnswerCodec.Encode(operation, ContractGeneration.V2021, result), Throws.Nothing);
    }
}
