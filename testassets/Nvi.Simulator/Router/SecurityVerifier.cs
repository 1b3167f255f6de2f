using System.Security.Cryptography;
using System.Security.Cryptography.Xml;
using System.Xml;
using Nvi.Simulator.Soap;
using Nvi.Simulator.Sts;

namespace Nvi.Simulator.Router;

/// <summary>
/// Verifies the Security header of a query (wire contracts b.6): a fresh timestamp, one of our tokens, and an HMAC-SHA1 signature with the
/// token's proof key over exactly that timestamp. Prefixes and order do not matter; anything beside the contract is refused.
/// </summary>
internal sealed class SecurityVerifier(TokenStore tokens, TimeProvider time)
{
    /// <summary>Verifies the header.</summary>
    /// <param name="security">The one Security header, null when there was none.</param>
    /// <returns>Null when all is well, else the fault WCF would raise.</returns>
    public SoapFault? Verify(XmlElement? security)
    {
        if (security?.OnlyChild("Timestamp", Ns.Utility) is not { } timestamp
            || security.OnlyChild("EncryptedData", Ns.Encryption) is not { } encrypted
            || security.OnlyChild("Signature", Ns.Signature) is not { } signature
            || !MessageTimestamp.IsFresh(timestamp, time.GetUtcNow(), acceptsLocalTime: false))
        {
            return SoapFault.InvalidSecurity;
        }

        var keyCipher = Cipher(encrypted.OnlyChild("KeyInfo", Ns.Signature)?.OnlyChild("EncryptedKey", Ns.Encryption));
        if (keyCipher is null || Cipher(encrypted) is not { } dataCipher)
            return SoapFault.InvalidSecurity;
        if (tokens.Find(keyCipher, dataCipher, out var token) is { } fault)
            return fault;
        return RefersTo(signature, token!) && Covers(signature, timestamp, token!) ? null : SoapFault.InvalidSecurity;
    }

    private static string? Cipher(XmlElement? parent)
    {
        var text = parent?.OnlyChild("CipherData", Ns.Encryption)?.OnlyChild("CipherValue", Ns.Encryption)?.InnerText;
        return text is null ? null : string.Concat(text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool RefersTo(XmlElement signature, IssuedToken token)
    {
        var reference = signature.OnlyChild("KeyInfo", Ns.Signature)?.OnlyChild("SecurityTokenReference", Ns.Security);
        var key = reference?.OnlyChild("KeyIdentifier", Ns.Security);
        return key is not null
            && reference!.GetAttribute("TokenType", Ns.Security11) is "" or Ns.SamlTokenType
            && key.GetAttribute("ValueType") == Ns.SamlAssertionId
            && string.Equals(key.InnerText.Trim(), token.AssertionId, StringComparison.Ordinal);
    }

    private static bool Covers(XmlElement signature, XmlElement timestamp, IssuedToken token)
    {
        var id = timestamp.GetAttribute("Id", Ns.Utility);
        var signed = new TimestampSignature(signature, timestamp, id);
        try
        {
            signed.LoadXml(signature);
            if (id.Length == 0 || signed.SignedInfo is not { } info || !HasContractForm(info, id))
                return false;
#pragma warning disable CA5350 // NVİ's contract fixes HMAC-SHA1.
            using var mac = new HMACSHA1(Convert.FromBase64String(token.ProofKey.Reveal()));
#pragma warning restore CA5350
            return signed.CheckSignature(mac);
        }
        catch (Exception malformed) when (malformed is CryptographicException or FormatException)
        {
            return false;
        }
    }

    private static bool HasContractForm(SignedInfo info, string timestampId) =>
        info.SignatureMethod == Ns.HmacSha1
        && info.CanonicalizationMethod == Ns.ExclusiveC14n
        && info.SignatureLength is null
        && info.References is [Reference reference]
        && reference.Uri == "#" + timestampId
        && reference.DigestMethod == Ns.Sha1
        && reference.TransformChain.Count == 1
        && reference.TransformChain[0] is { Algorithm: Ns.ExclusiveC14n };
}
