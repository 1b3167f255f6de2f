using Kps.Gateway.Call;

namespace Kps.Gateway.Telemetry;

/// <summary>How a call ended, as one word from a closed list: what metrics and spans are labelled with.</summary>
internal static class CallOutcomeName
{
    /// <summary>The call brought a person's record.</summary>
    public const string Answered = "answered";

    /// <summary>NVİ answered that there is no record (Kod 2).</summary>
    public const string NoRecord = "no_record";

    /// <summary>NVİ answered with another business error of its own; its Kod is in the outcome row.</summary>
    public const string NviError = "nvi_error";

    /// <summary>The token door gave a token.</summary>
    public const string TokenIssued = "token_issued";

    private const int KayitYokKod = 2;

    /// <summary>The word for a call at its end: one of the four above or the name of the fault.</summary>
    public static string Of(KpsCall call, CallFault? fault) => fault is not null
        ? fault.Code.ToString()
        : call.IssuedIfAny is not null ? TokenIssued
        : call.AnswerIfMapped?.Code switch
        {
            0 => Answered,
            KayitYokKod => NoRecord,
            null => nameof(FaultCode.Internal),
            _ => NviError,
        };
}
