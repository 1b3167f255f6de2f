using System.Globalization;
using System.Security.Cryptography.Xml;
using System.Xml;

namespace Kps.Gateway.Call.Tokens;

/// <summary>
/// The framework's SignedXml, told which one element the signature may cover: it never searches the document, so a second element of the same id
/// cannot be slipped under the signature. Before SignedXml sees it, the signature must have exactly the form we write.
/// </summary>
internal sealed class AssertionSignature : SignedXml
{
    private readonly XmlElement _assertion;
    private readonly string _assertionId;

    private AssertionSignature(XmlElement assertion, string assertionId)
        : base(assertion)
    {
        _assertion = assertion;
        _assertionId = assertionId;
    }

    /// <summary>Number of the key it names; null when it names none. Outside the signed part: a hint, no claim.</summary>
    public int? KeyId { get; private init; }

    /// <summary>Takes the signature off an assertion.</summary>
    /// <param name="assertion">Root of a document of its own.</param>
    /// <param name="assertionId">Its AssertionID.</param>
    /// <returns>Null unless there is exactly one signature, a child of the assertion, over this assertion alone, with our algorithms and transforms.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">SignedXml cannot read it.</exception>
    public static AssertionSignature? Take(XmlElement assertion, string assertionId)
    {
        if (assertion.OwnerDocument.GetElementsByTagName("Signature", SamlNames.XmlSignature) is not { Count: 1 } all
            || all[0] is not XmlElement element
            || element.ParentNode != assertion
            || !HasOurForm(element, assertionId, out var keyId))
        {
            return null;
        }

        var signature = new AssertionSignature(assertion, assertionId) { KeyId = keyId };
        signature.LoadXml(element);
        return signature;
    }

    /// <inheritdoc />
    public override XmlElement? GetIdElement(XmlDocument? document, string idValue) =>
        string.Equals(idValue, _assertionId, StringComparison.Ordinal) ? _assertion : null;

    private static bool HasOurForm(XmlElement signature, string assertionId, out int? keyId)
    {
        keyId = null;
        return IsBare(signature, "Signature")
            && AssertionElements.Of(signature, SamlNames.XmlSignature, out var parts)
            && parts is [var signedInfo, var value, .. var rest]
            && IsSignedInfo(signedInfo, assertionId)
            && IsBase64(value, "SignatureValue")
            && (rest is [] || (rest is [var keyInfo] && TryReadKeyName(keyInfo, out keyId)));
    }

    private static bool IsSignedInfo(XmlElement signedInfo, string assertionId) =>
        IsBare(signedInfo, "SignedInfo")
        && AssertionElements.Of(signedInfo, SamlNames.XmlSignature, out var parts)
        && parts is [var canonicalization, var method, var reference]
        && IsAlgorithm(canonicalization, "CanonicalizationMethod", SamlNames.ExclusiveC14n)
        && IsAlgorithm(method, "SignatureMethod", SamlNames.RsaSha256)
        && IsReference(reference, assertionId);

    private static bool IsReference(XmlElement reference, string assertionId) =>
        Has(reference, "Reference", "URI", "#" + assertionId)
        && AssertionElements.Of(reference, SamlNames.XmlSignature, out var parts)
        && parts is [var transforms, var digest, var value]
        && IsBare(transforms, "Transforms")
        && AssertionElements.Of(transforms, SamlNames.XmlSignature, out var list)
        && list is [var first, var second]
        && IsAlgorithm(first, "Transform", SamlNames.Enveloped)
        && IsAlgorithm(second, "Transform", SamlNames.ExclusiveC14n)
        && IsAlgorithm(digest, "DigestMethod", SamlNames.Sha256)
        && IsBase64(value, "DigestValue");

    /// <summary>A KeyInfo with a number for a name. Keys and certificates in it are refused: we send none.</summary>
    private static bool TryReadKeyName(XmlElement keyInfo, out int? keyId)
    {
        keyId = null;
        if (!IsBare(keyInfo, "KeyInfo")
            || !AssertionElements.Of(keyInfo, SamlNames.XmlSignature, out var parts)
            || parts is not [var name]
            || !IsBare(name, "KeyName")
            || !AssertionElements.TryGetText(name, out var text)
            || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        keyId = number;
        return true;
    }

    private static bool IsAlgorithm(XmlElement element, string name, string algorithm) =>
        !element.HasChildNodes && Has(element, name, "Algorithm", algorithm);

    private static bool IsBase64(XmlElement element, string name) =>
        IsBare(element, name)
        && AssertionElements.TryGetText(element, out var text)
        && Convert.TryFromBase64String(text, new byte[text.Length], out var length)
        && length > 0;

    private static bool IsBare(XmlElement element, string name) =>
        string.Equals(element.LocalName, name, StringComparison.Ordinal) && AssertionElements.Attributes(element) is not null;

    private static bool Has(XmlElement element, string name, string attribute, string value) =>
        string.Equals(element.LocalName, name, StringComparison.Ordinal)
        && AssertionElements.Attributes(element, attribute) is [var found]
        && string.Equals(found, value, StringComparison.Ordinal);
}
