using System.Globalization;
using System.Xml;
using Kps.Contracts;
using Kps.Gateway.Call.Parsing;

namespace Kps.Gateway.Call.Responding;

/// <summary>Writes the content of Body for a fault, in either SOAP version.</summary>
internal static class SoapFaultWriter
{
    /// <summary>Fault action of WS-Addressing's own faults.</summary>
    public const string AddressingFaultAction = SoapNamespaces.Addressing + "/fault";

    /// <summary>Fault action of all others.</summary>
    public const string SoapFaultAction = SoapNamespaces.Addressing + "/soap/fault";

    private const string XmlNamespace = "http://www.w3.org/XML/1998/namespace";

    /// <summary>Writes s:Fault.</summary>
    /// <param name="writer">Inside s:Body.</param>
    /// <param name="version">Version of the envelope.</param>
    /// <param name="text">What is told.</param>
    /// <param name="reason">The finished Turkish sentence.</param>
    /// <param name="islemNo">The call's number.</param>
    public static void Write(XmlDictionaryWriter writer, SoapVersion version, FaultText text, string reason, string islemNo)
    {
        if (version == SoapVersion.Soap12)
        {
            WriteSoap12(writer, text, reason, islemNo);
        }
        else
        {
            WriteSoap11(writer, text, reason, islemNo);
        }
    }

    private static void WriteSoap12(XmlDictionaryWriter writer, FaultText text, string reason, string islemNo)
    {
        const string Soap = SoapNamespaces.Soap12;
        writer.WriteStartElement("s", "Fault", Soap);
        writer.WriteStartElement("s", "Code", Soap);
        writer.WriteElementString("s", "Value", Soap, text.Shape switch
        {
            FaultShape.Receiver => "s:Receiver",
            FaultShape.VersionMismatch => "s:VersionMismatch",
            FaultShape.MustUnderstand => "s:MustUnderstand",
            _ => "s:Sender",
        });
        if (text.Subcode is { } subcode)
        {
            writer.WriteStartElement("s", "Subcode", Soap);
            writer.WriteStartElement("s", "Value", Soap);
            writer.WriteXmlnsAttribute(subcode.Prefix, subcode.Namespace);
            writer.WriteString($"{subcode.Prefix}:{subcode.Name}");
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteStartElement("s", "Reason", Soap);
        writer.WriteStartElement("s", "Text", Soap);
        writer.WriteAttributeString("xml", "lang", XmlNamespace, "tr");
        writer.WriteString(reason);
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteStartElement("s", "Detail", Soap);
        WriteDetail(writer, text, islemNo);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteSoap11(XmlDictionaryWriter writer, FaultText text, string reason, string islemNo)
    {
        writer.WriteStartElement("s", "Fault", SoapNamespaces.Soap11);
        writer.WriteStartElement(string.Empty, "faultcode", string.Empty);
        if (text.Subcode is { } subcode)
        {
            writer.WriteXmlnsAttribute(subcode.Prefix, subcode.Namespace);
            writer.WriteString($"{subcode.Prefix}:{subcode.Name}");
        }
        else
        {
            writer.WriteString(text.Shape switch
            {
                FaultShape.Receiver => "s:Server",
                FaultShape.VersionMismatch => "s:VersionMismatch",
                FaultShape.MustUnderstand => "s:MustUnderstand",
                _ => "s:Client",
            });
        }

        writer.WriteEndElement();
        writer.WriteStartElement(string.Empty, "faultstring", string.Empty);
        writer.WriteAttributeString("xml", "lang", XmlNamespace, "tr");
        writer.WriteString(reason);
        writer.WriteEndElement();
        writer.WriteStartElement(string.Empty, "detail", string.Empty);
        WriteDetail(writer, text, islemNo);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteDetail(XmlDictionaryWriter writer, FaultText text, string islemNo)
    {
        writer.WriteStartElement("k", "KpsHata", KpsNamespaces.Gateway);
        writer.WriteElementString("k", "Kod", KpsNamespaces.Gateway, text.Kod.ToString(CultureInfo.InvariantCulture));
        writer.WriteElementString("k", "IslemNo", KpsNamespaces.Gateway, islemNo);
        writer.WriteEndElement();
    }
}
