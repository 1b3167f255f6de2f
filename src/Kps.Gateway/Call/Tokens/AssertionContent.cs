using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Xml;
using Kps.Audit;

namespace Kps.Gateway.Call.Tokens;

/// <summary>
/// Reads what <see cref="AssertionText"/> writes, element by element. Anything else, unknown attributes included, is no assertion of ours: nobody else issues any.
/// Call it behind the signature.
/// </summary>
internal static class AssertionContent
{
    private const int IdLength = 37;

    /// <summary>Reads the AssertionID, a <c>_</c> and a GUID.</summary>
    /// <param name="assertion">The root; need not be verified yet.</param>
    /// <returns>Null when the root is no assertion of SAML 1.1, or has no such id.</returns>
    public static string? ReadId(XmlElement assertion) =>
        string.Equals(assertion.LocalName, "Assertion", StringComparison.Ordinal)
        && string.Equals(assertion.NamespaceURI, SamlNames.Assertion, StringComparison.Ordinal)
        && AssertionElements.Attributes(assertion, "AssertionID", "IssueInstant", "Issuer", "MajorVersion", "MinorVersion") is [{ Length: IdLength } id, _, _, "1", "1"]
        && id[0] == '_'
        && Guid.TryParseExact(id.AsSpan(1), "D", out _)
            ? id
            : null;

    /// <summary>Reads the claims of a verified assertion.</summary>
    /// <param name="assertion">The very element the signature covers.</param>
    /// <param name="keyId">The key that signed it.</param>
    /// <param name="issuer">Who must have issued it.</param>
    /// <param name="audience">For which service it is.</param>
    /// <param name="claims">What it says.</param>
    /// <returns>False when any part is missing, repeated, unknown or of another form than we write.</returns>
    public static bool TryRead(XmlElement assertion, int keyId, string issuer, out string audience, [NotNullWhen(true)] out TokenClaims? claims)
    {
        claims = null;
        audience = string.Empty;
        if (ReadId(assertion) is not { } id
            || !string.Equals(assertion.GetAttribute("Issuer"), issuer, StringComparison.Ordinal)
            || !TryReadTime(assertion.GetAttribute("IssueInstant"), out var issuedAt)
            || !TryReadParts(assertion, out var conditions, out var authentication, out var attributes)
            || !TryReadConditions(conditions, issuedAt, out var notOnOrAfter, out audience)
            || !TryReadAuthentication(authentication, issuedAt, out var userId)
            || !TryReadSubject(attributes, userId, out var subject))
        {
            return false;
        }

        claims = new TokenClaims { AssertionId = id, IssuedAt = issuedAt, NotOnOrAfter = notOnOrAfter, KeyId = keyId, Subject = subject };
        return true;
    }

    private static bool TryReadParts(
        XmlElement assertion,
        [NotNullWhen(true)] out XmlElement? conditions,
        [NotNullWhen(true)] out XmlElement? authentication,
        [NotNullWhen(true)] out XmlElement? attributes)
    {
        (conditions, authentication, attributes) = (null, null, null);
        var parts = assertion.ChildNodes;
        if (parts.Count != 4 || parts[3] is not XmlElement { LocalName: "Signature", NamespaceURI: SamlNames.XmlSignature })
        {
            return false;
        }

        (conditions, authentication, attributes) = (Element(parts[0], "Conditions"), Element(parts[1], "AuthenticationStatement"), Element(parts[2], "AttributeStatement"));
        return conditions is not null && authentication is not null && attributes is not null;
    }

    private static bool TryReadConditions(XmlElement conditions, DateTimeOffset issuedAt, out DateTimeOffset notOnOrAfter, out string audience)
    {
        (notOnOrAfter, audience) = (default, string.Empty);
        if (AssertionElements.Attributes(conditions, "NotBefore", "NotOnOrAfter") is not [var from, var until]
            || !TryReadTime(from, out var notBefore)
            || !TryReadTime(until, out notOnOrAfter)
            || notBefore != issuedAt
            || notOnOrAfter <= issuedAt
            || notOnOrAfter - issuedAt > TokenOptions.MaxLifetime
            || Only(conditions, "AudienceRestrictionCondition") is not { } restriction
            || Only(restriction, "Audience") is not { } element
            || !AssertionElements.TryGetText(element, out var text))
        {
            return false;
        }

        audience = text;
        return true;
    }

    private static bool TryReadAuthentication(XmlElement statement, DateTimeOffset issuedAt, out int userId)
    {
        userId = 0;
        return AssertionElements.Attributes(statement, "AuthenticationInstant", "AuthenticationMethod") is [var at, SamlNames.Password]
            && TryReadTime(at, out var instant)
            && instant == issuedAt
            && Only(statement, "Subject") is { } subject
            && TryReadUser(subject, out userId);
    }

    private static bool TryReadUser(XmlElement subject, out int userId)
    {
        userId = 0;
        return AssertionElements.Attributes(subject) is not null
            && AssertionElements.Of(subject, SamlNames.Assertion, out var parts)
            && parts is [{ LocalName: "NameIdentifier" } name, { LocalName: "SubjectConfirmation" } confirmation]
            && AssertionElements.Attributes(name) is not null
            && AssertionElements.TryGetText(name, out var number)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out userId)
            && Only(confirmation, "ConfirmationMethod") is { } method
            && AssertionElements.TryGetText(method, out var text)
            && string.Equals(text, SamlNames.Bearer, StringComparison.Ordinal);
    }

    private static bool TryReadSubject(XmlElement statement, int userId, [NotNullWhen(true)] out TokenSubject? subject)
    {
        subject = null;
        if (AssertionElements.Attributes(statement) is null
            || !AssertionElements.Of(statement, SamlNames.Assertion, out var parts)
            || parts is not [{ LocalName: "Subject" } user, .. var attributes]
            || !TryReadUser(user, out var sameUser)
            || sameUser != userId
            || ReadAttributes(attributes) is not { } values
            || ReadNumber(values, SamlNames.Kurum) is not (>= 0 and <= int.MaxValue and var kurum)
            || ReadNumber(values, SamlNames.SifreSurumu) is not (>= 0 and <= int.MaxValue and var version)
            || !values.TryGetValue(SamlNames.IslemNo, out var islemNoText)
            || !IslemNo.TryParse(islemNoText, out var islemNo)
            || !TryReadOptional(values, SamlNames.Uygulama, int.MaxValue, out var application)
            || !TryReadOptional(values, SamlNames.Sorgulayan, long.MaxValue, out var asker))
        {
            return false;
        }

        subject = new TokenSubject
        {
            UserId = userId,
            PasswordVersion = (int)version,
            InstitutionId = (int)kurum,
            ApplicationId = (int?)application,
            Asker = asker,
            IssuedUnder = islemNo,
        };
        return true;
    }

    /// <summary>Name and value of each attribute; null when one is repeated, unknown or has more than one value.</summary>
    private static Dictionary<string, string>? ReadAttributes(ReadOnlySpan<XmlElement> attributes)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var attribute in attributes)
        {
            if (attribute.LocalName != "Attribute"
                || AssertionElements.Attributes(attribute, "AttributeName", "AttributeNamespace") is not [var name, SamlNames.Attributes]
                || name is not (SamlNames.Kurum or SamlNames.Uygulama or SamlNames.Sorgulayan or SamlNames.SifreSurumu or SamlNames.IslemNo)
                || !AssertionElements.Of(attribute, SamlNames.Assertion, out var parts)
                || parts is not [{ LocalName: "AttributeValue" } value]
                || AssertionElements.Attributes(value) is null
                || !AssertionElements.TryGetText(value, out var text)
                || !values.TryAdd(name, text))
            {
                return null;
            }
        }

        return values;
    }

    private static long? ReadNumber(Dictionary<string, string> values, string name) =>
        values.TryGetValue(name, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>False only for an attribute that is there and is no such number.</summary>
    private static bool TryReadOptional(Dictionary<string, string> values, string name, long max, out long? number)
    {
        number = ReadNumber(values, name);
        return !values.ContainsKey(name) || number <= max;
    }

    private static bool TryReadTime(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(
            text,
            SamlNames.TimeFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out time);

    private static XmlElement? Element(XmlNode? node, string name) =>
        node is XmlElement { NamespaceURI: SamlNames.Assertion } element && string.Equals(element.LocalName, name, StringComparison.Ordinal) ? element : null;

    /// <summary>The one child of an element.</summary>
    private static XmlElement? Only(XmlElement parent, string name) =>
        parent.FirstChild is { NextSibling: null } child ? Element(child, name) : null;
}
