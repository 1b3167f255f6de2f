using System.Globalization;
using Kps.Audit;
using Kps.Contracts;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Tokens;
using Kps.Registry.Applications;
using Kps.Registry.Users;

namespace Kps.Gateway.Call.Callers;

/// <summary>
/// What the caller headers say, with what the token and the registry know added: which application, which person asks, what a reader of the log
/// should notice. What stands on the message itself goes before what the token was bound to.
/// </summary>
/// <param name="Application">Null when none was named or the code is not registered.</param>
/// <param name="Asker">SorgulayanKimlikNo; null when it is missing or no number.</param>
/// <param name="Marks">What to notice.</param>
internal sealed record CallerStatement(RegisteredApplication? Application, long? Asker, AuditMarks Marks)
{
    private const AuditMarks Unknown = AuditMarks.ApplicationUnknown;

    /// <summary>Reads the statement of a call, as far as the walk has come.</summary>
    /// <param name="call">A call at any point behind Parse.</param>
    public static CallerStatement Of(KpsCall call)
    {
        var headers = call.RequestIfParsed?.CallerHeaders ?? CallerHeaders.None;
        var token = call.TokenIfGenuine;
        var user = token?.User ?? call.ClaimantIfIdentified?.User;
        var (application, marks) = FindApplication(call, headers, user, token?.Claims.Subject);
        var (asker, askerMarks) = FindAsker(call, headers, user, token?.Claims.Subject);
        if (user is not null && headers.KurumKodu is { Length: > 0 } kurumKodu
            && !(int.TryParse(kurumKodu, NumberStyles.None, CultureInfo.InvariantCulture, out var sent) && sent == user.PrimaryInstitution.KurumKodu))
        {
            marks |= AuditMarks.KurumKoduDiffers;
        }

        return new CallerStatement(application, asker, marks | askerMarks);
    }

    /// <summary>Marks and no numbers.</summary>
    public override string ToString() => Marks.ToString();

    private static (RegisteredApplication? Application, AuditMarks Marks) FindApplication(
        KpsCall call, CallerHeaders headers, RegisteredUser? user, TokenSubject? token)
    {
        if (call.ClaimantIfIdentified is not { } claimant)
        {
            return (null, AuditMarks.None);
        }

        RegisteredApplication? application;
        if (headers.UygulamaKodu is { Length: > 0 } text)
        {
            application = Guid.TryParse(text, out var code) ? claimant.Registry.FindApplication(code) : null;
        }
        else
        {
            application = token is { ApplicationId: { } id } ? claimant.Registry.FindApplication(id) : user?.DefaultApplication;
        }

        if (application is null)
        {
            return (null, user is null && headers.UygulamaKodu is null ? AuditMarks.None : Unknown);
        }

        return (application, application.IsValidOn(IstanbulClock.DayOf(call.ReceivedAt)) ? AuditMarks.None : AuditMarks.ApplicationLapsed);
    }

    private static (long? Asker, AuditMarks Marks) FindAsker(KpsCall call, CallerHeaders headers, RegisteredUser? user, TokenSubject? token)
    {
        long? sent = long.TryParse(headers.SorgulayanKimlikNo, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        if ((sent ?? token?.Asker) is not { } asker)
        {
            return (null, call.RequestIfParsed is null ? AuditMarks.None : AuditMarks.AskerMissing);
        }

        var marks = AuditMarks.None;
        if (asker == call.RequestIfParsed?.Criteria?.KimlikNo)
        {
            marks |= AuditMarks.AskerIsSubject;
        }

        if (!Tckn.TryParse(user?.UserName ?? call.ClaimantIfIdentified?.UserName, out var self) || self.Value != asker)
        {
            marks |= AuditMarks.AskerDiffersFromUser;
        }

        if (token is { Asker: { } bound } && bound != asker)
        {
            marks |= AuditMarks.AskerDiffersFromToken;
        }

        return (asker, marks);
    }
}
