using Kps.Contracts;
using Kps.Gateway.Call;
using Kps.Gateway.Tests.Fakes;

namespace Kps.Gateway.Tests.Call.Queries.Ek;

/// <summary>Requests of the second service are understood to the last member, or refused by name.</summary>
internal sealed class EkBindingTests
{
    private static IEnumerable<EkRequest> Requests => EkRequests.All;

    private static IEnumerable<EkRequest> Objects => EkRequests.All.Where(request => request.Object is not null);

    private static IEnumerable<TestCaseData> Members() =>
        from request in EkRequests.All
        from member in request.Members
        select new TestCaseData(request, member).SetArgDisplayNames(request.ToString(), member.Name);

    [Test]
    public void EveryOperation_HasARequestHere() =>
        Assert.That(Requests.Select(request => request.Operation), Is.EqualTo(OperationCatalog.AllOf(KpsService.Ek).Select(operation => operation.Operation)));

    [TestCaseSource(nameof(Requests))]
    public void WholeRequest_IsBound(EkRequest request)
    {
        var (call, fault) = EkDesk.Parse(request.Operation, request.With(request.Members.Select(member => member.Xml)));

        Assert.That(fault, Is.Null);
        Assert.That(call.Request.Operation.Operation, Is.EqualTo(request.Operation));
        Assert.That(call.Request.Criteria!.ToString(), Does.EndWith("Criteria"), "It shows nothing of what it holds.");
    }

    [TestCaseSource(nameof(Requests))]
    public void OrderOfMembers_MeansNothing(EkRequest request)
    {
        var members = request.Members.Select(member => member.Xml).ToList();
        var sealedInOrder = EkDesk.Sealed(request.Operation, request.With(members));
        members.Reverse();

        Assert.That(EkDesk.Sealed(request.Operation, request.With(members)), Is.EqualTo(sealedInOrder));
    }

    [TestCaseSource(nameof(Requests))]
    public void UnknownMember_IsNamed(EkRequest request) =>
        AssertFault(request, request.Members.Select(member => member.Xml).Append("<Yabanci>1</Yabanci>"), FaultCode.UnknownMember, "Yabanci");

    [TestCaseSource(nameof(Objects))]
    public void MemberBesideTheObject_IsNamed(EkRequest request)
    {
        var (_, fault) = EkDesk.Parse(request.Operation, request.Whole + "<Yabanci>1</Yabanci>");

        Assert.That((fault?.Code, fault?.Subject), Is.EqualTo(((FaultCode?)FaultCode.UnknownMember, "Yabanci")));
    }

    [TestCaseSource(nameof(Objects))]
    public void TextInTheObject_IsRefused(EkRequest request) =>
        AssertFault(request, request.Members.Select(member => member.Xml).Append("metin"), FaultCode.UnknownMember, request.Object!);

    [TestCaseSource(nameof(Objects))]
    public void MissingObject_IsNamed(EkRequest request)
    {
        string[] missing = [string.Empty, $"<{request.Object} xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:nil=\"true\"/>"];
        foreach (var members in missing)
        {
            var (_, fault) = EkDesk.Parse(request.Operation, members);

            Assert.That((fault?.Code, fault?.Subject), Is.EqualTo(((FaultCode?)FaultCode.MissingMember, request.Object)));
        }
    }

    [TestCaseSource(nameof(Objects))]
    public void RepeatedObject_IsNamed(EkRequest request)
    {
        var (_, fault) = EkDesk.Parse(request.Operation, request.Whole + request.Whole);

        Assert.That((fault?.Code, fault?.Subject), Is.EqualTo(((FaultCode?)FaultCode.RepeatedMember, request.Object)));
    }

    [TestCaseSource(nameof(Members))]
    public void RepeatedMember_IsNamed(EkRequest request, EkMember member) =>
        AssertFault(request, Others(request, member).Append(member.Xml).Append(member.Xml), FaultCode.RepeatedMember, member.Name);

    [TestCaseSource(nameof(Members))]
    public void MemberOfTheFirstServicesNamespace_IsUnknown(EkRequest request, EkMember member) =>
        AssertFault(
            request,
            Others(request, member).Append($"<{member.Name} xmlns=\"{KpsNamespaces.Service}\">{member.Text}</{member.Name}>"),
            FaultCode.UnknownMember,
            member.Name);

    [TestCaseSource(nameof(Members))]
    public void AbsentNilAndEmpty_MeanTheSame(EkRequest request, EkMember member)
    {
        string[] forms =
        [
            string.Empty,
            $"<{member.Name} xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:nil=\"true\"/>",
            $"<{member.Name}/>",
            $"<{member.Name}> \n </{member.Name}>",
        ];
        foreach (var form in forms)
        {
            var members = Others(request, member).Append(form);
            if (member.IsRequired)
            {
                AssertFault(request, members, FaultCode.MissingMember, member.Name);
            }
            else
            {
                Assert.That(EkDesk.Sealed(request.Operation, request.With(members)), Is.EqualTo(EkDesk.Sealed(request.Operation, request.With(Others(request, member)))));
            }
        }
    }

    [TestCaseSource(nameof(Members))]
    public void MemberOfAnotherType_IsNamed(EkRequest request, EkMember member)
    {
        if (member.Wrong is { } wrong)
        {
            AssertFault(request, Others(request, member).Append(EkMember.Element(member.Name, wrong)), FaultCode.InvalidMember, member.Name);
        }
        else
        {
            AssertFault(request, Others(request, member).Append(EkMember.Element(member.Name, "A\uFFFDB")), FaultCode.BrokenCharacters, member.Name);
        }
    }

    [TestCaseSource(nameof(Requests))]
    public void RequestInTheFirstServicesNamespace_IsUnknown(EkRequest request)
    {
        var (_, fault) = EkDesk.Parse(request.Operation, request.Whole, ns: KpsNamespaces.Service);

        Assert.That(fault?.Code, Is.EqualTo(FaultCode.UnknownOperation));
    }

    [TestCaseSource(nameof(Requests))]
    public void WithoutSuppliedContracts_OnlyWhatHasAPublicOneIsServed(EkRequest request)
    {
        KpsOperation[] served =
        [
            KpsOperation.NufusKayitOrnegiSorgula, KpsOperation.CuzdanBilgisiSorgula, KpsOperation.NufusOlaySorgula,
            KpsOperation.KisiVeCuzdanDogrula, KpsOperation.YabanciDogrula,
        ];
        var (_, fault) = EkDesk.Parse(request.Operation, request.Whole, QueryTables.WithoutAnalogy);

        Assert.That(fault?.Code, Is.EqualTo(served.Contains(request.Operation) ? null : (FaultCode?)FaultCode.OperationNotServed));
    }

    private static IEnumerable<string> Others(EkRequest request, EkMember member) =>
        request.Members.Where(other => other != member).Select(other => other.Xml);

    private static void AssertFault(EkRequest request, IEnumerable<string> members, FaultCode code, string subject)
    {
        var (_, fault) = EkDesk.Parse(request.Operation, request.With(members));

        Assert.That((fault?.Code, fault?.Subject), Is.EqualTo(((FaultCode?)code, subject)));
    }
}
