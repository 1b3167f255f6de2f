using System.Text;
using Kps.Contracts;
using Kps.Mernis.Soap;
using Kps.Mernis.Transport;

namespace Kps.Mernis.Sts;

/// <summary>
/// Writes WS-Trust 1.3 Issue requests. Of the variations the real STS takes (wire contracts b.4) this is the fullest: password type,
/// timestamp, MessageID, TokenType and KeyType all present.
/// </summary>
internal sealed class TokenRequestWriter(MernisOptions options, TimeProvider time)
{
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(5);

    private static readonly byte[] Envelope = Utf8(
        $"<s:Envelope xmlns:s=\"{WireNames.Soap12}\" xmlns:a=\"{WireNames.Addressing}\" xmlns:u=\"{WireNames.Utility}\"><s:Header>"
        + $"<a:Action s:mustUnderstand=\"1\">{WireNames.Trust}/RST/Issue</a:Action><a:MessageID>urn:uuid:");

    private static readonly byte[] Security = Utf8(
        $"</a:To><o:Security s:mustUnderstand=\"1\" xmlns:o=\"{WireNames.Security}\"><u:Timestamp u:Id=\"_0\"><u:Created>");

    private static readonly byte[] Password = Utf8($"</o:Username><o:Password Type=\"{WireNames.PasswordText}\">");

    private static readonly byte[] Body = Utf8(
        $"</o:Password></o:UsernameToken></o:Security></s:Header><s:Body><trust:RequestSecurityToken xmlns:trust=\"{WireNames.Trust}\">"
        + $"<wsp:AppliesTo xmlns:wsp=\"{WireNames.Policy}\"><a:EndpointReference><a:Address>");

    private static readonly byte[] Tail = Utf8(
        $"</a:Address></a:EndpointReference></wsp:AppliesTo><trust:KeyType>{WireNames.Trust}/SymmetricKey</trust:KeyType>"
        + $"<trust:RequestType>{WireNames.Trust}/Issue</trust:RequestType><trust:TokenType>{WireNames.SamlV11}</trust:TokenType>"
        + "</trust:RequestSecurityToken></s:Body></s:Envelope>");

    private readonly byte[] _sts = XmlText.Escape(options.StsUrl!.AbsoluteUri);
    private readonly byte[] _appliesTo = XmlText.Escape((options.AppliesTo ?? options.RouterUrl!).AbsoluteUri);
    private readonly byte[] _userName = XmlText.Escape(options.UserName);

    /// <summary>Writes one request.</summary>
    public RequestBuffer Write(Secret password)
    {
        var escapedPassword = XmlText.Escape(password.Reveal());
        var message = new RequestBuffer(4096);
        message.Write(Envelope);
        message.WriteGuid(Guid.NewGuid());
        message.Write("</a:MessageID><a:ReplyTo><a:Address>http://www.w3.org/2005/08/addressing/anonymous</a:Address></a:ReplyTo><a:To s:mustUnderstand=\"1\">"u8);
        message.Write(_sts);
        message.Write(Security);
        var now = time.GetUtcNow();
        message.WriteTime(now);
        message.Write("</u:Created><u:Expires>"u8);
        message.WriteTime(now + Validity);
        message.Write("</u:Expires></u:Timestamp><o:UsernameToken u:Id=\"uuid-"u8);
        message.WriteGuid(Guid.NewGuid());
        message.Write("-1\"><o:Username>"u8);
        message.Write(_userName);
        message.Write(Password);
        message.Write(escapedPassword);
        Array.Clear(escapedPassword);
        message.Write(Body);
        message.Write(_appliesTo);
        message.Write(Tail);
        return message;
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
