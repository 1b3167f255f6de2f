using System.Xml.Linq;

namespace Kps.Mernis.Services.Wsdl;

/// <summary>What matters of a WSDL 1.1 document: its one operation Sorgula and its schemas.</summary>
/// <param name="Action">The soap action of Sorgula.</param>
/// <param name="Request">Name of the element that asks.</param>
/// <param name="Response">Name of the element that answers.</param>
/// <param name="Schemas">Its schemas.</param>
internal sealed record WsdlDocument(string Action, XName Request, XName Response, SchemaIndex Schemas)
{
    private const string Operation = "Sorgula";

    private static readonly XNamespace Wsdl = "http://schemas.xmlsoap.org/wsdl/";
    private static readonly XNamespace Soap11 = "http://schemas.xmlsoap.org/wsdl/soap/";
    private static readonly XNamespace Soap12 = "http://schemas.xmlsoap.org/wsdl/soap12/";

    private static readonly XName[] ActionAttributes =
    [
        XName.Get("Action", "http://www.w3.org/2006/05/addressing/wsdl"),
        XName.Get("Action", "http://www.w3.org/2007/05/addressing/metadata"),
    ];

    /// <summary>Reads a document.</summary>
    /// <exception cref="InvalidDataException">It is no WSDL, or has no usable operation Sorgula.</exception>
    public static WsdlDocument Of(XElement root)
    {
        if (root.Name != Wsdl + "definitions")
        {
            throw new InvalidDataException($"The root element is {root.Name.LocalName}, not the definitions of a WSDL 1.1.");
        }

        if (root.Elements(Wsdl + "import").Any())
        {
            throw new InvalidDataException("It imports another WSDL, which is not fetched; supply the WSDL as a single file.");
        }

        var portTypes = root.Elements(Wsdl + "portType").Where(type => type.Elements(Wsdl + "operation").Any(IsSorgula));
        var portType = Only(portTypes, $"port type with an operation {Operation}");
        var operation = Only(portType.Elements(Wsdl + "operation").Where(IsSorgula), $"operation {Operation}");
        var input = Only(operation.Elements(Wsdl + "input"), $"input of {Operation}");
        var output = Only(operation.Elements(Wsdl + "output"), $"output of {Operation}");
        return new WsdlDocument(
            ActionOf(root, portType, input),
            ElementOf(root, input, "input"),
            ElementOf(root, output, "output"),
            SchemaIndex.Of(root.Elements(Wsdl + "types")));
    }

    private static bool IsSorgula(XElement operation) => (string?)operation.Attribute("name") == Operation;

    private static XElement Only(IEnumerable<XElement> found, string what)
    {
        var all = found.Take(2).ToList();
        return all.Count == 1 ? all[0] : throw new InvalidDataException($"It has {(all.Count == 0 ? "no" : "more than one")} {what}.");
    }

    private static XName ElementOf(XElement root, XElement direction, string what)
    {
        var name = QName.Of(direction, "message").LocalName;
        var messages = root.Elements(Wsdl + "message").Where(message => (string?)message.Attribute("name") == name);
        var message = Only(messages, $"message for the {what} of {Operation}");
        var part = Only(message.Elements(Wsdl + "part"), $"part in the message for the {what} of {Operation}");
        return part.Attribute("element") is null
            ? throw new InvalidDataException($"The {what} of {Operation} is not document/literal: its part names a type, not an element.")
            : QName.Of(part, "element");
    }

    private static string ActionOf(XElement root, XElement portType, XElement input)
    {
        var actions = new HashSet<string>(ActionAttributes.Select(name => (string?)input.Attribute(name)).OfType<string>(), StringComparer.Ordinal);
        var isSoap12 = false;
        var bindings = root.Elements(Wsdl + "binding").Where(binding => QName.Of(binding, "type").LocalName == (string?)portType.Attribute("name"));
        foreach (var binding in bindings)
        {
            foreach (var operation in binding.Elements(Wsdl + "operation").Where(IsSorgula))
            {
                var soap = operation.Element(Soap12 + "operation");
                isSoap12 |= soap is not null;
                CheckStyle(binding, operation);
                if ((string?)(soap ?? operation.Element(Soap11 + "operation"))?.Attribute("soapAction") is { Length: > 0 } action)
                {
                    actions.Add(action);
                }
            }
        }

        return !isSoap12 ? throw new InvalidDataException($"It binds {Operation} to no SOAP 1.2, which is what is spoken here.")
            : actions.Count == 0 ? throw new InvalidDataException($"It gives {Operation} no soap action.")
            : actions.Count > 1 ? throw new InvalidDataException($"It gives {Operation} several soap actions: {string.Join(", ", actions.Order(StringComparer.Ordinal))}.")
            : actions.First();
    }

    private static void CheckStyle(XElement binding, XElement operation)
    {
        var styles = new[] { Soap11, Soap12 }.SelectMany(soap => new[] { operation.Element(soap + "operation"), binding.Element(soap + "binding") });
        var uses = new[] { Soap11, Soap12 }.SelectMany(soap => operation.Elements().Elements(soap + "body"));
        if (styles.Any(element => (string?)element?.Attribute("style") == "rpc") || uses.Any(body => (string?)body.Attribute("use") == "encoded"))
        {
            throw new InvalidDataException($"{Operation} is not document/literal in its binding.");
        }
    }
}
