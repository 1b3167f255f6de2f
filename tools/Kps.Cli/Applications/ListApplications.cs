using System.CommandLine;
using Kps.Cli.Text;

namespace Kps.Cli.Applications;

/// <summary><c>application list</c>.</summary>
internal static class ListApplications
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("list", "Uygulamaları listeler, kapalı olanlar dahil.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var table = new Table("Kod", "Durum", "Son gün", "KTS no", "Uygulama");
            foreach (var row in await context.Registry(parsed).ListApplicationsAsync(cancellationToken))
            {
                table.Add(
                    row.Kod.ToString(), row.ClosedAt is { } closed ? $"kapalı {Istanbul.Text(closed)}" : "açık",
                    row.Bitis is { } end ? Istanbul.Text(end) : "süresiz", row.KtsNo, $"{row.Firma} {row.Urun} {row.Surum}".TrimEnd());
            }

            await table.WriteAsync(context.Terminal.Out);
            return ExitCode.Done;
        });
        return command;
    }
}
