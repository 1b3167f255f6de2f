using System.Security.Cryptography;
using System.Security.Cryptography.Xml;
using System.Xml;
using Kps.Gateway.Call.Tokens;

namespace Kps.Gateway.Tests.Call.Tokens;

/// <summary>Signs assertions by the framework's means, in any way a test wants.</summary>
internal static class Forger
{
    /// <summary>Takes the signature off and puts another on.</summary>
    /// <param name="assertion">An issued one; its content may have been changed.</param>
    /// <param name="rsa">Signs, unless <paramref name="sign"/> does.</param>
    /// <param name="shape">Changes how.</param>
    /// <param name="sign">Signs by another algorithm.</param>
    public static string Sign(string assertion, RSA rsa, Action<SignedXml, Reference>? shape = null, Action<SignedXml>? sign = null)
    {
        var document = Pasted.Document(assertion);
        var root = document.DocumentElement!;
        root.RemoveChild(root.LastChild!);
        var signed = new PlainSignedXml(document) { SigningKey = rsa };
        signed.SignedInfo!.CanonicalizationMethod = SignedXml.XmlDsigExcC14NTransformUrl;
        signed.SignedInfo.SignatureMethod = SignedXml.XmlDsigRSASHA256Url;
        var reference = new Reference("#" + root.GetAttribute("AssertionID")) { DigestMethod = SignedXml.XmlDsigSHA256Url };
        reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        reference.AddTransform(new XmlDsigExcC14NTransform());
        shape?.Invoke(signed, reference);
        if (signed.SignedInfo.References.Count == 0)
        {
            signed.AddReference(reference);
        }

        (sign ?? (one => one.ComputeSignature()))(signed);
        root.AppendChild(document.ImportNode(signed.GetXml(), deep: true));
        return document.OuterXml;
    }

    /// <summary>A reference with these transforms instead of ours.</summary>
    public static Action<SignedXml, Reference> Transforms(params Transform[] transforms) => (_, reference) =>
    {
        reference.TransformChain = new TransformChain();
        Array.ForEach(transforms, reference.AddTransform);
    };

    public static XmlDsigXPathTransform XPath(string expression)
    {
        var document = new XmlDocument();
        document.LoadXml($"<XPath xmlns=\"{SamlNames.XmlSignature}\">{expression}</XPath>");
        var transform = new XmlDsigXPathTransform();
        transform.LoadInnerXml(document.ChildNodes);
        return transform;
    }

    public static XmlDsigXsltTransform Xslt()
    {
        var document = new XmlDocument();
        document.LoadXml("<xsl:stylesheet version=\"1.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\"><xsl:template match=\"/\"><a/></xsl:template></xsl:stylesheet>");
        var transform = new XmlDsigXsltTransform();
        transform.LoadInnerXml(document.ChildNodes);
        return transform;
    }
}
