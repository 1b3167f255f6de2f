using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.BilesikKutuk;

/// <summary>Reads the list of parts that hold data.</summary>
internal static class DoluBilesenlerReader
{
    public static IReadOnlyList<CstBilesikKutukServisDoluBilesen>? DoluBilesenler(
        this AnswerReader reader, IReadOnlyList<CstBilesikKutukServisDoluBilesen>? before)
    {
        AnswerReader.Once(before is null);
        if (!reader.Enter())
        {
            return null;
        }

        var parts = new List<CstBilesikKutukServisDoluBilesen>();
        while (reader.NextMember(out _))
        {
            if (Enum.TryParse<CstBilesikKutukServisDoluBilesen>(reader.Text(null), ignoreCase: false, out var part) && Enum.IsDefined(part))
            {
                parts.Add(part);
            }
        }

        return parts;
    }
}
