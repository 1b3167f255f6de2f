using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Kps.Gateway.Wsdl;

/// <summary>
/// Makes the policy-bearing twin of a WSDL (WS-PolicyAttachment 1.2, section 4): schema, messages and operations stand in one document only, so
/// that the twins cannot drift apart.
/// </summary>
internal static class PolicyAttachment
{
    /// <summary>What a policy's Id has after the name of the binding it is for, as WCF writes it.</summary>
    public const string IdSuffix = "_policy";

    private static readonly XNamespace Wsdl = "http://schemas.xmlsoap.org/wsdl/";
    private static readonly XNamespace Soap12 = "http://schemas.xmlsoap.org/wsdl/soap12/";
    private static readonly XNamespace Policy = "http://schemas.xmlsoap.org/ws/2004/09/policy";
    private static readonly XName PolicyId = XName.Get("Id", "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd");

    /// <summary>
    /// Gives each policy to the binding its <c>wsu:Id</c> names. A binding the document lacks is made, with a port of its own, as a copy of the
    /// document's SOAP 1.2 binding: another way to say who asks, at the same address, for every operation there is.
    /// </summary>
    /// <param name="wsdl">The plain document.</param>
    /// <param name="policies">Any root with the <c>wsp:Policy</c> elements as its children.</param>
    /// <returns>The document with policies, indented.</returns>
    /// <exception cref="InvalidOperationException">A policy without an Id of that form, or no SOAP 1.2 binding to copy: one of our two files is wrong.</exception>
    public static string Attach(string wsdl, string policies)
    {
        var document = XDocument.Parse(wsdl);
        var definitions = document.Root!;
        var added = XDocument.Parse(policies).Root!;
        definitions.Add(added.Attributes().Where(one => one.IsNamespaceDeclaration && definitions.Attribute(one.Name) is null));
        foreach (var policy in added.Elements(Policy + "Policy"))
        {
            var name = BindingOf(policy);
            var binding = Find(definitions, name) ?? Copy(definitions, name);
            binding.AddFirst(new XElement(Policy + "PolicyReference", new XAttribute("URI", "#" + name + IdSuffix)));
            definitions.Element(Wsdl + "types")!.AddBeforeSelf(policy);
        }

        return Text(document);
    }

    private static string BindingOf(XElement policy) =>
        policy.Attribute(PolicyId)?.Value is { } id && id.EndsWith(IdSuffix, StringComparison.Ordinal)
            ? id[..^IdSuffix.Length]
            : throw new InvalidOperationException($"A policy's wsu:Id is the name of a binding and {IdSuffix}.");

    private static XElement? Find(XElement definitions, string name) =>
        definitions.Elements(Wsdl + "binding").SingleOrDefault(binding => binding.Attribute("name")!.Value == name);

    private static XElement Copy(XElement definitions, string name)
    {
        var model = definitions.Elements(Wsdl + "binding").FirstOrDefault(binding => binding.Element(Soap12 + "binding") is not null)
            ?? throw new InvalidOperationException($"There is no SOAP 1.2 binding to make {name} of.");
        var modelName = model.Attribute("name")!.Value;
        var port = definitions.Element(Wsdl + "service")!.Elements(Wsdl + "port").Single(one => one.Attribute("name")!.Value == modelName);
        var copy = new XElement(model);
        copy.Elements(Policy + "PolicyReference").Remove();
        copy.SetAttributeValue("name", name);
        definitions.Elements(Wsdl + "binding").Last().AddAfterSelf(copy);
        var copiedPort = new XElement(port);
        copiedPort.SetAttributeValue("name", name);
        copiedPort.SetAttributeValue("binding", port.Attribute("binding")!.Value.Replace(modelName, name, StringComparison.Ordinal));
        port.Parent!.Elements(Wsdl + "port").Last().AddAfterSelf(copiedPort);
        return copy;
    }

    private static string Text(XDocument document)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            document.Save(writer);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) + "\n";
    }
}
