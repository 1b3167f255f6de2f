using Kps.Cli.Text;
using Kps.Registry.Entitlements;

namespace Kps.Cli.Entitlements.Fields;

/// <summary>What is said of an institution's fields, a line each.</summary>
internal static class FieldTable
{
    public static Table Of(IEnumerable<FieldRight> rows, TimeProvider time)
    {
        var today = Istanbul.DayOf(time.GetUtcNow());
        var table = new Table("Sorgu", "Tür", "İzin", "Durum", "Son gün", "Karar no", "Alan", "Dayanak");
        foreach (var row in rows)
        {
            table.Add(
                row.Operation.ToString(), row.Kind == FieldKind.Arguman ? "argüman" : "alan", row.Izin ? "verilir" : "verilmez", State(row, today),
                row.Bitis is { } end ? Istanbul.Text(end) : "süresiz", row.KararNo, row.Path, row.Dayanak);
        }

        return table;
    }

    private static string State(FieldRight row, DateOnly today) => row switch
    {
        { ClosedAt: { } closed } => $"geri alındı {Istanbul.Text(closed)}",
        { Bitis: { } end, Izin: true } when end < today => "süresi doldu, geçmez",
        { Bitis: { } end } when end < today => "süresi doldu, geçerli",
        _ => "açık",
    };
}
