using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace Kps.Evidence.Stamps;

/// <summary>A question to a time-stamping authority (RFC 3161 §2.4.1): a hash and a number nobody can foresee, so that an old answer cannot be passed off as a new one.</summary>
public sealed class TimeStampRequest
{
    /// <summary>Longest answer that is read, in bytes: a token and its frame.</summary>
    public const int MaxResponseBytes = TimeStamp.MaxTokenBytes + 1024;

    private const int NonceBytes = 8;

    private readonly Rfc3161TimestampRequest _request;

    private TimeStampRequest(Rfc3161TimestampRequest request) => _request = request;

    /// <summary>The request as it is sent (media type <c>application/timestamp-query</c>), DER.</summary>
    public byte[] Encode() => _request.Encode();

    /// <summary>Hash that is sent; all the authority learns.</summary>
    public ReadOnlyMemory<byte> Imprint => _request.GetMessageHash();

    /// <summary>Asks for a stamp over bytes, with the authority's certificate in it.</summary>
    /// <param name="data">What is to be stamped; only its hash leaves.</param>
    /// <param name="hash">SHA-256, SHA-384 or SHA-512.</param>
    /// <param name="policy">Object identifier of the policy that is wanted; null leaves it to the authority.</param>
    /// <exception cref="ArgumentException">Another hash.</exception>
    public static TimeStampRequest Over(ReadOnlySpan<byte> data, HashAlgorithmName hash, string? policy = null)
    {
        if (hash != HashAlgorithmName.SHA256 && hash != HashAlgorithmName.SHA384 && hash != HashAlgorithmName.SHA512)
        {
            throw new ArgumentException("Only SHA-256, SHA-384 and SHA-512 are stamped.", nameof(hash));
        }

        // A positive number, so that its DER is the same everywhere.
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        nonce[0] = (byte)((nonce[0] & 0x7f) | 0x40);
        return new TimeStampRequest(Rfc3161TimestampRequest.CreateFromData(data, hash, policy is null ? null : new Oid(policy), nonce, requestSignerCertificates: true));
    }

    /// <summary>Takes the answer apart: granted, to this very question (hash, nonce, policy). What it says is not believed before <see cref="TimeStamp.Verify"/>.</summary>
    /// <param name="response">DER of the TimeStampResp, nothing after it.</param>
    /// <exception cref="FormatException">Refused, or an answer to another question, or no answer. The message quotes the authority's status.</exception>
    public TimeStamp Accept(ReadOnlyMemory<byte> response)
    {
        if (response.Length is 0 or > MaxResponseBytes)
        {
            throw new FormatException($"An answer has 1 to {MaxResponseBytes} bytes.");
        }

        try
        {
            var token = _request.ProcessResponse(response.ToArray(), out var consumed);
            return consumed == response.Length
                ? TimeStamp.Parse(token.AsSignedCms().Encode())
                : throw new FormatException("Something follows the authority's answer.");
        }
        catch (CryptographicException e)
        {
            throw new FormatException(e.Message, e);
        }
    }
}
