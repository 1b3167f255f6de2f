using Kps.Audit;
using Kps.Cli.Text;

namespace Kps.Cli.AuditLog;

/// <summary>One act as one sentence: when, who, what, to whom, what changed, why, under which number.</summary>
internal static class ActSentence
{
    public static string Of(AuditEntry act, CallerNames names) => string.Join(" · ", Parts(act, names));

    private static IEnumerable<string> Parts(AuditEntry act, CallerNames names)
    {
        yield return Istanbul.Text(act.RecordedAt);
        yield return act.ActBy ?? "kim olduğu yazılmamış";
        yield return ActWords.Of(act.Act);
        if (act.UserId is { } user)
        {
            yield return names.User(user);
        }

        if (act.InstitutionId is { } institution)
        {
            yield return names.Institution(institution);
        }

        foreach (var part in new[] { act.ActTarget, act.ActDetail, act.ActReason })
        {
            if (part is not null)
            {
                yield return part;
            }
        }

        if (act.ActAbout is { } about)
        {
            yield return $"{about} hakkında";
        }

        yield return $"İşlem No {act.IslemNo}";
    }
}
