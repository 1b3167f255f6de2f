using Kps.Registry.Registrar;

namespace Kps.Cli.Text;

/// <summary>What a command says when an act of the Registrar is done or refused.</summary>
internal static class Replies
{
    /// <summary>The value of an act that was done.</summary>
    /// <exception cref="CommandException">It was refused; the Registrar's words, and how to consent where that is what is missing.</exception>
    public static T OrFail<T>(this RegistryResult<T> result)
        where T : class =>
        result.IsDone ? result.Value : throw new CommandException(result.Refusal.Message + Consents(result.Refusal));

    private static string Consents(RegistryRefusal refusal)
    {
        if (refusal.BreaksClients)
        {
            return "\nBilerek sürdürmek için ekleyin: --yine-de";
        }

        var missing = refusal.MissingConsents;
        var options = new List<string>();
        if (missing.HasFlag(RangeConsents.Private))
        {
            options.Add("--allow-private");
        }

        if (missing.HasFlag(RangeConsents.Wide))
        {
            options.Add("--allow-wide");
        }

        if (missing.HasFlag(RangeConsents.Overlap))
        {
            options.Add("--allow-overlap");
        }

        return options.Count == 0 ? string.Empty : $"\nBilerek tanımlamak için ekleyin: {string.Join(' ', options)}";
    }
}
