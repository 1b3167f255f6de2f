using Kps.Contracts;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Tests.Fakes;

namespace Kps.Gateway.Tests.Call.Parsing;

/// <summary>What the golden pairs do not show: what the request becomes, and forms no client is known to write.</summary>
internal sealed class ParseTokenRequestStageTests
{
    private const string RequestType = "<RequestType>" + KpsNamespaces.Trust + "/Issue</RequestType>";

    [Test]
    public async Task Issue_BecomesARequestWithoutCriteria()
    {
        var call = Calls.Heard(Envelopes.Soap12("<KurumKodu>990001</KurumKodu>", Request(RequestType + AppliesTo("\r\n urn:hbys \t"), " Context=\" a b \"")));

        Assert.That(await RunAsync(call), Is.Null);

        Assert.That(call.Request.TokenRequest, Is.EqualTo(new TokenRequest("urn:hbys", " a b ")));
        Assert.That((call.Request.Operation, call.Request.Criteria, call.Request.CallerHeaders.KurumKodu), Is.EqualTo((OperationCatalog.Issue, (KimlikNoCriteria?)null, "990001")));
    }

    [TestCase("<KeyType>" + KpsNamespaces.Trust + "/Bearer</KeyType>")]
    [TestCase("<KeyType> \r\n" + KpsNamespaces.Trust + "/Bearer\t</KeyType>")]
    [TestCase("<KeyType/>")]
    [TestCase("<TokenType>urn:oasis:names:tc:SAML:1.0:assertion</TokenType>")]
    [TestCase("<KeyType xmlns=\"urn:baska\">urn:baska</KeyType>")]
    [TestCase("<Claims><KeyType>urn:baska</KeyType></Claims>")]
    public async Task WhatMeansTheSameOrNothing_IsTaken(string members) =>
        Assert.That(await RunAsync(Calls.Heard(Envelopes.Soap11(string.Empty, Request(members + RequestType)), Calls.Soap11Type)), Is.Null);

    [TestCase("<KeyType>Bearer</KeyType>", "KeyType")]
    [TestCase("<KeyType>" + KpsNamespaces.Trust + "/bearer</KeyType>", "KeyType")]
    [TestCase("<KeyType>" + KpsNamespaces.Trust + "/<!-- -->PublicKey</KeyType>", "KeyType")]
    [TestCase("<KeyType/><KeyType/>", "KeyType")]
    [TestCase("<KeyType>" + KpsNamespaces.Trust + "/Bearer<a/></KeyType>", "KeyType")]
    [TestCase("<RequestType>" + KpsNamespaces.Trust + "/Renew</RequestType>", "RequestType")]
    [TestCase("<TokenType>urn:oasis:names:tc:SAML:2.0:assertion</TokenType>", "TokenType")]
    [TestCase("<AppliesTo xmlns=\"http://www.w3.org/ns/ws-policy\"><EndpointReference><Adres/></EndpointReference></AppliesTo>", "AppliesTo")]
    [TestCase("<AppliesTo xmlns=\"http://www.w3.org/ns/ws-policy\"><EndpointReference><Address> </Address></EndpointReference></AppliesTo>", "AppliesTo")]
    [TestCase("<AppliesTo xmlns=\"http://www.w3.org/ns/ws-policy\"><Address>urn:a</Address></AppliesTo>", "AppliesTo")]
    public async Task WhatMeansSomethingElse_IsRefusedAndNamed(string members, string name) =>
        Assert.That(await RunAsync(Calls.Heard(Envelopes.Soap12(string.Empty, Request(members + RequestType)))), Is.EqualTo(new CallFault(FaultCode.InvalidTokenRequest, name)));

    [Test]
    public async Task Assertion_IsLiftedOutOfTheSecurityHeader()
    {
        var assertion = $"<saml:Assertion xmlns:saml=\"{SoapNamespaces.Saml11}\">a</saml:Assertion>";
        var call = Calls.Heard(Envelopes.Soap12(Envelopes.Security(assertion), Request(RequestType)));

        Assert.That(await RunAsync(call), Is.Null);
        Assert.That(call.Request.Security!.Assertion, Is.Not.Null.And.Not.Empty);
    }

    private static string AppliesTo(string address) =>
        $"<AppliesTo xmlns=\"{SoapNamespaces.Policy}\"><EndpointReference xmlns=\"{SoapNamespaces.Addressing}\"><Address>{address}</Address></EndpointReference></AppliesTo>";

    private static string Request(string members, string attributes = "") =>
        $"<RequestSecurityToken xmlns=\"{KpsNamespaces.Trust}\"{attributes}>{members}</RequestSecurityToken>";

    private static ValueTask<CallFault?> RunAsync(KpsCall call) => new ParseTokenRequestStage().RunAsync(call, CancellationToken.None);
}
