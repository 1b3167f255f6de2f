using System.Text;
using System.Xml.Linq;
using Kps.Contracts;
using Kps.Gateway.Wsdl;

namespace Kps.Gateway.Tests.Wsdl;

/// <summary>The policy-bearing twins: the plain document and nothing but policies and ports beside it (decision 0012).</summary>
internal sealed class PolicyTests
{
    private const string Federation = "WS2007FederationHttpBinding_IKpsServices";
    private const string Origin = "https://kps.example.gov.tr";

    private static readonly XNamespace Wsdl = "http://schemas.xmlsoap.org/wsdl/";
    private static readonly XNamespace Wsp = "http://schemas.xmlsoap.org/ws/2004/09/policy";
    private static readonly XNamespace Wsaw = "http://www.w3.org/2006/05/addressing/wsdl";
    private static readonly XNamespace Wsa = "http://www.w3.org/2005/08/addressing";
    private static readonly XNamespace Sp = "http://docs.oasis-open.org/ws-sx/ws-securitypolicy/200702";
    private static readonly XNamespace Sp05 = "http://schemas.xmlsoap.org/ws/2005/07/securitypolicy";
    private static readonly XName PolicyId = XName.Get("Id", "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd");

    [Test]
    public void Twin_IsThePlainDocumentButForPoliciesAndAddedPorts([Values] WsdlService service)
    {
        var plain = Load(service, hasPolicy: false);
        var twin = Load(service, hasPolicy: true);
        var known = plain.Descendants(Wsdl + "binding").Concat(plain.Descendants(Wsdl + "port")).Select(Key).ToHashSet();

        twin.Descendants().Where(element => element.Name.Namespace == Wsp).ToList().ForEach(element => element.Remove());
        twin.Descendants(Wsdl + "binding").Concat(twin.Descendants(Wsdl + "port")).Where(element => !known.Contains(Key(element))).ToList().ForEach(element => element.Remove());
        twin.Root!.Attributes().Where(one => one.IsNamespaceDeclaration && plain.Root!.Attribute(one.Name) is null).Remove();

        Assert.That(XNode.DeepEquals(Bare(twin), Bare(plain)), Is.True, twin.ToString());

        static (XName, string) Key(XElement element) => (element.Name, element.Attribute("name")!.Value);
    }

    [Test]
    public void PlainDocument_HasNoPolicyAtAll([Values] WsdlService service)
    {
        var names = Load(service, hasPolicy: false).Descendants().Select(element => element.Name).ToList();

        Assert.That(names.Where(name => name.Namespace == Wsp || name.Namespace == Sp || name.Namespace == Sp05 || name.LocalName == "UsingAddressing"), Is.Empty);
    }

    [Test]
    public void EveryBinding_HasExactlyItsPolicy([Values] WsdlService service)
    {
        var twin = Load(service, hasPolicy: true);
        var bindings = twin.Root!.Elements(Wsdl + "binding").ToList();

        Assert.That(
            bindings.Select(binding => binding.Elements().First().Attribute("URI")?.Value),
            Is.EqualTo(bindings.Select(binding => $"#{binding.Attribute("name")!.Value}_policy")));
        Assert.That(
            twin.Root!.Elements(Wsp + "Policy").Select(policy => policy.Attribute(PolicyId)!.Value),
            Is.EquivalentTo(bindings.Select(binding => $"{binding.Attribute("name")!.Value}_policy")));
        Assert.That(
            twin.Descendants(Wsdl + "port").Select(port => port.Attribute("binding")!.Value),
            Is.EqualTo(bindings.Select(binding => $"tns:{binding.Attribute("name")!.Value}")));
    }

    [Test]
    public void AddedBinding_OffersEveryOperationAtTheSameAddress()
    {
        var twin = Load(WsdlService.Router, hasPolicy: true);
        var model = Binding(twin, "WSHttpBinding_IKpsServices");
        var added = Binding(twin, Federation);
        var ports = twin.Descendants(Wsdl + "port").ToList();

        Assert.That(added.Elements(Wsdl + "operation").Select(one => one.ToString()), Is.EqualTo(model.Elements(Wsdl + "operation").Select(one => one.ToString())));
        Assert.That(ports, Has.Count.EqualTo(3));
        Assert.That(ports.Select(port => port.Elements().Single().Attribute("location")!.Value), Is.All.EqualTo(Origin + GatewayHost.RouterPath));
        Assert.That(twin.Descendants(Wsdl + "service"), Has.Exactly(1).Items);
    }

    [TestCase(WsdlService.Router, "WSHttpBinding_IKpsServices")]
    [TestCase(WsdlService.Sts, "WS2007HttpBinding_ISTSService")]
    public void Password_TravelsOverTlsWithATimestamp(WsdlService service, string binding)
    {
        var policy = Policy(service, binding);

        CheckTransport(policy, Sp, "Strict");
        Assert.That(policy.Descendants(Sp + "SignedEncryptedSupportingTokens").Single().Descendants(Sp + "UsernameToken").Single().Descendants(Sp + "WssUsernameToken10"), Has.Exactly(1).Items);
        Assert.That(policy.Elements(Wsaw + "UsingAddressing"), Has.Exactly(1).Items);
    }

    [Test]
    public void Password_OnSoap11_GoesWithoutAddressing()
    {
        var policy = Policy(WsdlService.Router, "BasicHttpBinding_IKpsServices");

        CheckTransport(policy, Sp05, "Lax");
        Assert.That(policy.Descendants(Sp05 + "UsernameToken").Single().Descendants(Sp05 + "WssUsernameToken10"), Has.Exactly(1).Items);
        Assert.That(policy.Descendants(Wsaw + "UsingAddressing"), Is.Empty);
    }

    [Test]
    public void Token_IsTheOneOurTokenDoorIssues()
    {
        var policy = Policy(WsdlService.Router, Federation);
        var token = policy.Descendants(Sp + "SignedSupportingTokens").Single().Descendants(Sp + "IssuedToken").Single();
        var template = token.Element(Sp + "RequestSecurityTokenTemplate")!;

        CheckTransport(policy, Sp, "Strict");
        Assert.That(token.Element(Sp + "Issuer")!.Element(Wsa + "Address")!.Value, Is.EqualTo(Origin + GatewayHost.StsPath));
        Assert.That(
            token.Descendants(XName.Get("Location", "http://schemas.xmlsoap.org/ws/2004/09/mex")).Single().Value,
            Is.EqualTo($"{Origin}{GatewayHost.StsPath}?wsdl=policy"));
        Assert.That(template.Element(XName.Get("KeyType", KpsNamespaces.Trust))!.Value, Is.EqualTo(KpsNamespaces.Trust + "/Bearer"));
        Assert.That(
            template.Element(XName.Get("TokenType", KpsNamespaces.Trust))!.Value,
            Is.EqualTo("http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV1.1"));
        Assert.That(policy.Descendants(Sp + "UsernameToken"), Is.Empty);
    }

    [Test]
    public void PolicyWithoutABindingsName_IsAnError() => Assert.That(
        () => PolicyAttachment.Attach(
            "<definitions xmlns='http://schemas.xmlsoap.org/wsdl/'><types/></definitions>",
            "<policies><Policy xmlns='http://schemas.xmlsoap.org/ws/2004/09/policy'/></policies>"),
        Throws.InvalidOperationException);

    /// <summary>What every policy here has in common.</summary>
    private static void CheckTransport(XElement policy, XNamespace sp, string layout)
    {
        var transport = policy.Elements(sp + "TransportBinding").Single();

        Assert.That(transport.Descendants(sp + "HttpsToken"), Has.Exactly(1).Items);
        Assert.That(transport.Descendants(sp + "Layout").Single().Descendants().Select(one => one.Name), Is.EqualTo(new[] { Wsp + "Policy", sp + layout }));
        Assert.That(transport.Descendants(sp + "Basic256"), Has.Exactly(1).Items);
        Assert.That(transport.Descendants(sp + "IncludeTimestamp"), Has.Exactly(1).Items);
        Assert.That(
            policy.Descendants().Attributes(sp + "IncludeToken").Select(one => one.Value),
            Is.EqualTo(new[] { $"{sp.NamespaceName}/IncludeToken/AlwaysToRecipient" }));
    }

    private static XElement Policy(WsdlService service, string binding) =>
        Load(service, hasPolicy: true).Root!.Elements(Wsp + "Policy").Single(policy => policy.Attribute(PolicyId)!.Value == $"{binding}_policy")
            .Element(Wsp + "ExactlyOne")!.Elements(Wsp + "All").Single();

    private static XElement Binding(XDocument document, string name) =>
        document.Root!.Elements(Wsdl + "binding").Single(binding => binding.Attribute("name")!.Value == name);

    private static XDocument Load(WsdlService service, bool hasPolicy)
    {
        var document = service == WsdlService.Router
            ? hasPolicy ? WsdlDocument.KpsServisleriWithPolicy : WsdlDocument.KpsServisleri
            : hasPolicy ? WsdlDocument.KpsStsWithPolicy : WsdlDocument.KpsSts;
        return XDocument.Parse(Encoding.UTF8.GetString(document.For(Origin)));
    }

    /// <summary>Without comments, whose place is nobody's business.</summary>
    private static XDocument Bare(XDocument document)
    {
        document.DescendantNodes().OfType<XComment>().Remove();
        return document;
    }
}
