using System.Globalization;
using System.Text;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Responding;

namespace Kps.Architecture.Tests.Docs;

/// <summary>The reference given to integrators says what the code says.</summary>
internal sealed class FaultCodesTests
{
    [Test]
    public void Reference_IsTheTableOfTheTexts() => WrittenFile.Check("docs/reference/fault-codes.md", Reference());

    private static string Reference()
    {
        var text = new StringBuilder();
        text.Append("""
            # Fault codes

            Every way a call can end without a person's record. Written from `FaultTexts.cs` by a test; do not edit by hand.

            *Kod* is what the caller sees, *Ad* the cause that stands in the audit row: several causes share one Kod where telling them apart would help
            an attacker. *Biçim* is a SOAP fault (`Sender`, `Receiver`, `VersionMismatch`, `MustUnderstand`; SOAP 1.1: `Client`, `Server`, …) with HTTP 500, or
            `HataBilgisi` inside an ordinary answer with HTTP 200. The one exception is 3001: HTTP 401 with a Basic challenge when the request has neither an
            Authorization nor a wsse:Security header. *SOAP alt kodu* is the subcode of SOAP 1.2 and the faultcode of SOAP 1.1. In *Metin* `{0}` is what the
            fault is about and `{1}` the address seen; every text ends with the işlem no.

            | Kod | Ad | Biçim | SOAP alt kodu | Metin |
            |---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var code in Enum.GetValues<FaultCode>().Where(code => code != FaultCode.None).Order())
        {
            var told = FaultTexts.Of(code);
            var subcode = told.Subcode is { } known ? known.Name : "–";
            text.Append(CultureInfo.InvariantCulture, $"| {told.Kod} | {(int)code} {code} | {told.Shape} | {subcode} | {told.Text.Replace("|", "\\|")} |\n");
        }

        return text.ToString();
    }
}
