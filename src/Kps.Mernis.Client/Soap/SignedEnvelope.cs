using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Kps.Contracts;
using Kps.Mernis.Sts;
using Kps.Mernis.Transport;

namespace Kps.Mernis.Soap;

/// <summary>
/// Writes service calls (wire contracts b.6): To, Action, MessageID, ReplyTo, and Security with a timestamp, the token as it was received and
/// a signature over the timestamp with the token's own secret.
/// </summary>
/// <remarks>
/// Timestamp and SignedInfo are written once, in the very bytes exclusive canonicalisation would make of them: own namespace declaration
/// first, no empty-element tags, no blanks. So the bytes sent are the bytes hashed and no canonicaliser is needed (SOAP pitfalls, 18).
/// </remarks>
internal sealed class SignedEnvelope
{
    private const int RoomForTheRest = 2048;

    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(5);

    private readonly TimeProvider _time;
    private readonly byte[] _head;

    public SignedEnvelope(Uri router, string action, TimeProvider time)
    {
        _time = time;
        _head =
        [
            .. "<s:Envelope xmlns:s=\""u8, .. Utf8(WireNames.Soap12), .. "\" xmlns:a=\""u8, .. Utf8(WireNames.Addressing), .. "\"><s:Header>"u8,
            .. "<a:To s:mustUnderstand=\"1\">"u8, .. XmlText.Escape(router.AbsoluteUri), .. "</a:To>"u8,
            .. "<a:Action s:mustUnderstand=\"1\">"u8, .. XmlText.Escape(action), .. "</a:Action><a:MessageID>urn:uuid:"u8,
        ];
    }

    /// <summary>Writes everything up to and including the start tag of the body.</summary>
    /// <param name="token">The token to show; its secret signs.</param>
    /// <param name="sorgulayan">The asking person, when NVİ is to be told.</param>
    /// <returns>A buffer the caller appends the body and <see cref="End"/> to.</returns>
    public RequestBuffer Begin(SecurityToken token, Tckn? sorgulayan)
    {
        var message = new RequestBuffer(_head.Length + token.EncryptedData.Length + RoomForTheRest);
        message.Write(_head);
        message.WriteGuid(Guid.NewGuid());
        message.Write("</a:MessageID><a:ReplyTo><a:Address>http://www.w3.org/2005/08/addressing/anonymous</a:Address></a:ReplyTo>"u8);
        if (sorgulayan is { } person)
        {
            message.Write("<Sorgulayan xmlns=\"http://kps.nvi.gov.tr/2011/01/01/sorgulayan\">"u8);
            message.WriteNumber(person.Value);
            message.Write("</Sorgulayan>"u8);
        }

        message.Write("<o:Security s:mustUnderstand=\"1\" xmlns:o=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\">"u8);
        var timestamp = message.Length;
        WriteTimestamp(message, _time.GetUtcNow());
        Span<byte> digest = stackalloc byte[SHA1.HashSizeInBytes];
        Sha1(message.Since(timestamp), digest);
        message.Write(token.EncryptedData);
        WriteSignature(message, token, digest);
        message.Write("</o:Security></s:Header><s:Body>"u8);
        return message;
    }

    /// <summary>Closes body and envelope.</summary>
    public static void End(RequestBuffer message) => message.Write("</s:Body></s:Envelope>"u8);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static void WriteTimestamp(RequestBuffer message, DateTimeOffset now)
    {
        message.Write("<u:Timestamp xmlns:u=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd\" u:Id=\"_0\"><u:Created>"u8);
        message.WriteTime(now);
        message.Write("</u:Created><u:Expires>"u8);
        message.WriteTime(now + Validity);
        message.Write("</u:Expires></u:Timestamp>"u8);
    }

    private static void WriteSignature(RequestBuffer message, SecurityToken token, ReadOnlySpan<byte> digest)
    {
        message.Write("<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\">"u8);
        var signedInfo = message.Length;
        message.Write("""
            <SignedInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"></CanonicalizationMethod><SignatureMethod Algorithm="http://www.w3.org/2000/09/xmldsig#hmac-sha1"></SignatureMethod>
            """u8);
        message.Write("""
            <Reference URI="#_0"><Transforms><Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"></Transform></Transforms><DigestMethod Algorithm="http://www.w3.org/2000/09/xmldsig#sha1"></DigestMethod><DigestValue>
            """u8);
        message.WriteBase64(digest);
        message.Write("</DigestValue></Reference></SignedInfo>"u8);
        Span<byte> signature = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HmacSha1(token.ProofKey, message.Since(signedInfo), signature);
        message.Write("<SignatureValue>"u8);
        message.WriteBase64(signature);
        message.Write("""
            </SignatureValue><KeyInfo><o:SecurityTokenReference k:TokenType="http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV1.1" xmlns:k="http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd">
            """u8);
        message.Write("<o:KeyIdentifier ValueType=\"http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.0#SAMLAssertionID\">"u8);
        message.Write(token.AssertionId);
        message.Write("</o:KeyIdentifier></o:SecurityTokenReference></KeyInfo></Signature>"u8);
    }

    [SuppressMessage("Security", "CA5350", Justification = "NVİ's policy fixes SHA-1 for the digest (wire contracts b.6).")]
    private static void Sha1(ReadOnlySpan<byte> bytes, Span<byte> digest) => SHA1.HashData(bytes, digest);

    [SuppressMessage("Security", "CA5350", Justification = "NVİ's policy fixes HMAC-SHA1 for the signature (wire contracts b.6).")]
    private static void HmacSha1(ReadOnlySpan<byte> key, ReadOnlySpan<byte> bytes, Span<byte> signature) => HMACSHA1.HashData(key, bytes, signature);
}
