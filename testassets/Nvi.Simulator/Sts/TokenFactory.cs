using System.Security.Cryptography;
using System.Text;
using Kps.Contracts;
using Nvi.Simulator.Soap;

namespace Nvi.Simulator.Sts;

/// <summary>
/// Makes holder-of-key tokens: an assertion-like text under AES-256-CBC, its key wrapped for the router by RSA-OAEP (wire contracts b.5).
/// The key pair lives as long as the process; the text is opaque to clients and names no person.
/// </summary>
internal sealed class TokenFactory(TimeProvider time, TimeSpan lifetime) : IDisposable
{
    private const int KeyBytes = 32;
    private const string PasswordMethod = "urn:oasis:names:tc:SAML:1.0:am:password";
    private const string HolderOfKey = "urn:oasis:names:tc:SAML:1.0:cm:holder-of-key";

    private readonly RSA _router = RSA.Create(2048);

    /// <summary>Serial number that stands in X509IssuerSerial.</summary>
    public string SerialNumber { get; } = "481122334455667788";

    /// <summary>The router's private key, with which tests open a token.</summary>
    public RSA RouterKey => _router;

    /// <summary>Makes one token; its lifetime begins now.</summary>
    public IssuedToken Create()
    {
        var id = "_" + Guid.NewGuid().ToString("D");
        var created = time.GetUtcNow();
        var expires = created + lifetime;
        var proof = RandomNumberGenerator.GetBytes(KeyBytes);
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var wrappedProof = Wrap(proof);
        using var aes = Aes.Create();
        aes.Key = key;
        var iv = RandomNumberGenerator.GetBytes(aes.BlockSize / 8);
        var text = Encoding.UTF8.GetBytes(AssertionText(id, created, expires, wrappedProof));
        byte[] data = [.. iv, .. aes.EncryptCbc(text, iv)];
        return new IssuedToken(id, new Secret(Convert.ToBase64String(proof)), Wrap(key), Convert.ToBase64String(data), created, expires);
    }

    /// <inheritdoc />
    public void Dispose() => _router.Dispose();

    private string Wrap(byte[] key) => Convert.ToBase64String(_router.Encrypt(key, RSAEncryptionPadding.OaepSHA1));

    private static string AssertionText(string id, DateTimeOffset created, DateTimeOffset expires, string wrappedProof) =>
        $"<saml:Assertion MajorVersion=\"1\" MinorVersion=\"1\" AssertionID=\"{id}\" Issuer=\"urn:nvi:simulator\""
        + $" IssueInstant=\"{SoapWriter.Time(created)}\" xmlns:saml=\"{Ns.SamlTokenOfAnswer}\">"
        + $"<saml:Conditions NotBefore=\"{SoapWriter.Time(created)}\" NotOnOrAfter=\"{SoapWriter.Time(expires)}\" />"
        + $"<saml:AuthenticationStatement AuthenticationMethod=\"{PasswordMethod}\" AuthenticationInstant=\"{SoapWriter.Time(created)}\">"
        + $"<saml:Subject><saml:SubjectConfirmation><saml:ConfirmationMethod>{HolderOfKey}</saml:ConfirmationMethod>"
        + $"<KeyInfo xmlns=\"{Ns.Signature}\"><e:EncryptedKey xmlns:e=\"{Ns.Encryption}\"><e:EncryptionMethod Algorithm=\"{Ns.RsaOaep}\" />"
        + $"<e:CipherData><e:CipherValue>{wrappedProof}</e:CipherValue></e:CipherData></e:EncryptedKey></KeyInfo>"
        + "</saml:SubjectConfirmation></saml:Subject></saml:AuthenticationStatement></saml:Assertion>";
}
