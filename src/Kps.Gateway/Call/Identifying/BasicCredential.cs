using System.Text;
using Kps.Contracts;

namespace Kps.Gateway.Call.Identifying;

/// <summary>User name and password of an HTTP Basic header (RFC 7617), UTF-8 with ISO-8859-9 as the old clients' second choice.</summary>
/// <param name="UserName">As sent.</param>
/// <param name="Password">As sent.</param>
internal readonly record struct BasicCredential(string UserName, Secret Password)
{
    private const int MaxHeaderLength = 2048;

    // As for a UsernameToken: what a verifier can take, so that an overlong password is refused before anyone looks up whose it is.
    private const int MaxCredentialLength = 256;
    private const string Scheme = "Basic ";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the header.</summary>
    /// <param name="header">Value of Authorization; empty for none.</param>
    /// <param name="credential">Null when there is no header.</param>
    /// <returns>A fault when there is a header but not a Basic one we can read.</returns>
    public static CallFault? Read(string header, out BasicCredential? credential)
    {
        credential = null;
        if (header.Length == 0)
        {
            return null;
        }

        var fault = new CallFault(FaultCode.InvalidSecurityHeader, "Authorization");
        if (header.Length > MaxHeaderLength || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return fault;
        }

        Span<byte> bytes = stackalloc byte[MaxHeaderLength];
        if (!Convert.TryFromBase64String(header[Scheme.Length..].Trim(), bytes, out var length))
        {
            return fault;
        }

        var text = Decode(bytes[..length]);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon > MaxCredentialLength || text.Length - colon - 1 > MaxCredentialLength)
        {
            return fault;
        }

        credential = new BasicCredential(text[..colon], new Secret(text[(colon + 1)..]));
        return null;
    }

    /// <summary>No content: it holds a password.</summary>
    public override string ToString() => nameof(BasicCredential);

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-9")!.GetString(bytes);
        }
    }
}
