using System.Security.Cryptography;
using Kps.Gateway.Call.Tokens;
using Kps.Gateway.FrontDoor;
using Kps.Gateway.Tests.Call.Tokens;
using Kps.Gateway.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Tests.Golden;

/// <summary>The tokens that stand in golden requests, by the name their <c>@token</c> directive gives them.</summary>
internal static class GoldenTokens
{
    /// <summary>Number of the golden house's key.</summary>
    public const int KeyId = 1;

    private const string End = "</saml:Assertion>";
    private const string AssertionId = "_5a0c0de0-0000-4000-8000-00000000900d";

    private static readonly TokenRealm Ours = Realm(TokenHouse.PublicUrl);

    private static readonly Dictionary<string, Func<string>> Named = new(StringComparer.Ordinal)
    {
        ["good"] = () => Write(),
        ["bound"] = () => Write(subject => subject with { ApplicationId = 1, Asker = Number(100_200_300) }),
        ["bound-to-another-asker"] = () => Write(subject => subject with { ApplicationId = 1, Asker = Number(100_200_301) }),
        ["bound-to-the-subject"] = () => Write(subject => subject with { ApplicationId = 1, Asker = 67_758_014_222 }),
        ["bound-to-a-lapsed-application"] = () => Write(subject => subject with { ApplicationId = 2 }),
        ["expired"] = () => Write(issued: TimeSpan.FromMinutes(-60)),
        ["expired-within-tolerance"] = () => Write(issued: TimeSpan.FromMinutes(-34)),
        ["expired-at-the-edge"] = () => Write(issued: TimeSpan.FromMinutes(-35)),
        ["not-yet-valid"] = () => Write(issued: TimeSpan.FromMinutes(12)),
        ["not-yet-valid-within-tolerance"] = () => Write(issued: TimeSpan.FromMinutes(5)),
        ["tampered-user"] = () => Write().Replace("<saml:NameIdentifier>1<", "<saml:NameIdentifier>13<", StringComparison.Ordinal),
        ["tampered-time"] = () => Write(issued: TimeSpan.FromMinutes(-60)).Replace("NotOnOrAfter=\"2026-03-14T09:00", "NotOnOrAfter=\"2026-03-14T19:00", StringComparison.Ordinal),
        ["foreign-key"] = () => Write(key: "foreign-key"),
        ["key-unknown-here"] = () => Write(keyId: 2, key: "foreign-key"),
        ["unsigned"] = () => Content(Write()) + End,
        ["other-issuer"] = () => Write(realm: Realm(TokenHouse.PublicUrl, isTest: true)),
        ["other-audience"] = () => Write(realm: Realm("https://kps-ikiz.example.gov.tr")),
        ["wrapped"] = Wrapped,
        ["wrapped-in-the-signature"] = WrappedInTheSignature,
        ["two"] = () => Write() + Write(subject => subject with { UserId = GoldenRegistry.UserId(100_200_313) }),
        ["indented"] = () => Write().Replace("><saml:", ">\n  <saml:", StringComparison.Ordinal),
        ["not-ours-at-all"] = () => "<saml:Assertion xmlns:saml=\"urn:oasis:names:tc:SAML:1.0:assertion\">uydurma</saml:Assertion>",
        ["too-long"] = () => Content(Write()) + $"<saml:Advice>{new string('x', AssertionCopy.MaxBytes)}</saml:Advice>" + End,
        ["old-password"] = () => Write(subject => subject with { UserId = GoldenRegistry.UserId(100_200_314) }),
        ["before-revocation"] = () => Write(subject => subject with { UserId = GoldenRegistry.UserId(100_200_310) }),
        ["after-revocation"] = () => Write(subject => subject with { UserId = GoldenRegistry.UserId(100_200_310), PasswordVersion = 2 }, issued: TimeSpan.Zero),
        ["assignment-ended"] = () => Write(subject => subject with { UserId = GoldenRegistry.UserId(100_200_312), InstitutionId = 990002 }),
        ["assignment-today"] = () => Write(subject => subject with { UserId = GoldenRegistry.UserId(100_200_313), InstitutionId = 990002 }),
        ["passive"] = () => Write(subject => subject with { UserId = GoldenRegistry.UserId(100_200_301) }),
        ["password-expired"] = () => Write(subject => subject with { UserId = GoldenRegistry.UserId(100_200_305) }),
        ["institution-closed"] = () => Write(subject => subject with { UserId = GoldenRegistry.UserId(100_200_306), InstitutionId = 990003 }),
        ["not-entitled"] = () => Write(subject => subject with { UserId = GoldenRegistry.UserId(100_200_307), InstitutionId = 990004 }),
        ["user-unknown-here"] = () => Write(subject => subject with { UserId = 4711 }),
    };

    public static string Make(string name) => Named[name]();

    public static IEnumerable<string> Names => Named.Keys;

    /// <summary>A key of tests/golden/tokens.</summary>
    public static RSA ReadKey(string name)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(File.ReadAllText(Path.Combine(GoldenCase.Root, "tokens", name + ".pem")));
        return rsa;
    }

    private static string Write(
        Func<TokenSubject, TokenSubject>? change = null, TimeSpan? issued = null, string key = "signing-key", int keyId = KeyId, TokenRealm? realm = null)
    {
        var subject = new TokenSubject
        {
            UserId = GoldenRegistry.UserId(100_200_300),
            PasswordVersion = 1,
            InstitutionId = Registered.KurumKodu,
            ApplicationId = null,
            Asker = null,
            IssuedUnder = FakeAuditLog.Number(),
        };
        var issuedAt = Calls.Now + (issued ?? TimeSpan.FromMinutes(-10));
        var claims = new TokenClaims
        {
            AssertionId = AssertionId,
            IssuedAt = issuedAt,
            NotOnOrAfter = issuedAt + new TokenOptions().Lifetime,
            KeyId = keyId,
            Subject = change?.Invoke(subject) ?? subject,
        };
        using var rsa = ReadKey(key);
        using var signing = new SigningKey(keyId, rsa.ExportPkcs8PrivateKey());
        return AssertionText.Write(claims, realm ?? Ours, signing);
    }

    /// <summary>The forged assertion in front, the genuine one inside it where the signature's reference finds it.</summary>
    private static string Wrapped() => Content(Forged()) + Write() + SignatureOf(Write()) + End;

    /// <summary>The genuine one in an Object of its own signature.</summary>
    private static string WrappedInTheSignature() =>
        Content(Forged()) + SignatureOf(Write()).Replace("</Signature>", $"<Object>{Content(Write())}{End}</Object></Signature>", StringComparison.Ordinal) + End;

    private static string Forged() =>
        Content(Write(subject => subject with { UserId = GoldenRegistry.UserId(100_200_313) })).Replace(AssertionId, "_5a0c0de0-0000-4000-8000-0000000000e1", StringComparison.Ordinal) + "<Signature" + End;

    private static string Content(string assertion) => assertion[..assertion.IndexOf("<Signature", StringComparison.Ordinal)];

    private static string SignatureOf(string assertion) => assertion[assertion.IndexOf("<Signature", StringComparison.Ordinal)..^End.Length];

    private static TokenRealm Realm(string publicUrl, bool isTest = false) =>
        new(Options.Create(new TokenOptions()), Options.Create(new GatewayOptions { PublicUrl = new Uri(publicUrl), TestMode = isTest }));

    private static long Number(int firstNine) => Contracts.Tckn.FromFirstNine(firstNine).Value;
}
