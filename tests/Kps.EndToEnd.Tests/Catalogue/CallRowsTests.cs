using System.Text.Json;
using System.Xml.Linq;
using Kps.Audit.Reading;
using Kps.Contracts;
using Kps.Contracts.Answers;
using Kps.EndToEnd.Tests.Harness;

namespace Kps.EndToEnd.Tests.Catalogue;

/// <summary>Every operation leaves two rows: the intent with what was asked sealed in it, the outcome with what left, and of what left the very octets.</summary>
public sealed class CallRowsTests
{
    private TestEnvironment _house = null!;

    private static IEnumerable<KpsOperation> Operations =>
        OperationCatalog.AllOf(KpsService.Kps).Concat(OperationCatalog.AllOf(KpsService.Ek)).Select(operation => operation.Operation);

    [OneTimeSetUp]
    public async Task OpenAsync() => _house = await SharedHouse.OpenAsync();

    [TestCaseSource(nameof(Operations))]
    public async Task Call_HasItsTwoRows(KpsOperation operation)
    {
        var asked = await CatalogueRequests.FoundAsync(_house, operation);

        var reply = await _house.PostAsync(asked.ToMessage(_house.User));

        Assert.That((reply.Status, reply.ResultHataKod), Is.EqualTo((200, (int?)null)), reply.Text);
        Assert.That(await _house.CountRowsAsync(reply.IslemNo), Is.EqualTo(2));
        var call = await _house.AuditOfAsync(reply.IslemNo);
        Assert.That(call.State, Is.EqualTo(AuditCallState.Answered));
        Assert.That((call.Opening.Operation, call.Opening.UserId), Is.EqualTo((operation, _house.User.Id)));
        Assert.That(call.Closing!.FieldsReturned, operation == KpsOperation.YetkiListesi ? Is.Null : Is.Not.Null.And.Not.Empty, "What an institution may see is not about anybody.");
        CheckCriteria(asked, call);
        var kept = XElement.Load(new MemoryStream(AnswerCodec.Decode(call.Result!.Value.Plain)));
        Assert.That(XNode.DeepEquals(Normal(kept), Normal(reply.Result)), Is.True, "What is kept is what left.");
    }

    [TestCaseSource(nameof(Operations))]
    public async Task Call_WithoutTheRight_IsKod8_AndNviIsNotAsked(KpsOperation operation)
    {
        var asked = await CatalogueRequests.FoundAsync(_house, operation);
        var user = await _house.AddUserAsync(await _house.AddInstitutionAsync("127.0.0.6", isEntitled: false));
        var calls = _house.Nvi.Statistics.RouterCalls;

        var reply = await _house.PostAsync(asked.ToMessage(user), _house.HttpFrom("127.0.0.6"));

        Assert.That((reply.Status, reply.ResultHataKod), Is.EqualTo((200, (int?)8)), reply.Text);
        Assert.That(reply.ResultHataText, Does.StartWith($"Kurumunuzun {operation} sorgusuna yetkisi yok."));
        Assert.That(reply.Sonuc.Descendants().Where(member => !member.HasElements && member.Value.Length > 0).Select(member => member.Name.LocalName), Is.SubsetOf(new[] { "KimlikNo", "TCKimlikNo" }));
        Assert.That(_house.Nvi.Statistics.RouterCalls, Is.EqualTo(calls));
        Assert.That((await _house.AuditOfAsync(reply.IslemNo)).Opening.Cause, Is.EqualTo("NotEntitled"));
    }

    /// <summary>Every value that was sent stands in the sealed criteria, a day without its time.</summary>
    private static void CheckCriteria(QueryArguments asked, AuditCall call)
    {
        using var criteria = JsonDocument.Parse(call.Criteria!.Value.Plain);
        var kept = Values(criteria.RootElement).ToList();
        var sent = asked.ToXml().Descendants().Where(member => !member.HasElements).Select(member => member.Value.Replace("T00:00:00", string.Empty, StringComparison.Ordinal));
        Assert.That(kept.Select(value => value.ToLowerInvariant()), Is.SupersetOf(sent.Select(value => value.ToLowerInvariant())));
    }

    private static IEnumerable<string> Values(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Values(member.Value)),
        _ => [element.ToString()],
    };

    private static XElement Normal(XElement element) => XElement.Parse(new XElement(element.Name, element.Nodes()).ToString(SaveOptions.DisableFormatting));
}
