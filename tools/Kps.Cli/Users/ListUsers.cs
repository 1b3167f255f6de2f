using System.CommandLine;
using System.Globalization;
using Kps.Cli.Text;
using Kps.Registry.Registrar;

namespace Kps.Cli.Users;

/// <summary><c>user list</c>, one page at a time.</summary>
internal static class ListUsers
{
    public static Command Create(CommandContext context)
    {
        var kurum = new Option<int?>("--kurum") { Description = "Yalnız bu kurumunkiler." };
        var skip = new Option<int>("--skip") { Description = "Atlanacak satır sayısı." };
        var command = new Command("list", "Kullanıcıları listeler; kimlik numaraları maskelenir.") { kurum, skip };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var from = parsed.GetValue(skip);
            var rows = await context.Registry(parsed).ListUsersAsync(parsed.GetValue(kurum), from, RegistryAdmin.MaximumPage, cancellationToken);
            var table = new Table("No", "Kullanıcı", "Durum", "Kurum kodu", "Şifre geçerlilik sonu", "Ad Soyad");
            foreach (var row in rows)
            {
                var expiry = row.PasswordSetAt is null ? "şifresi yok" : row.PasswordExpiresAt is { } end ? Istanbul.Text(end) : "süresiz";
                table.Add(
                    row.Id.ToString(CultureInfo.InvariantCulture), Masked.UserName(row.UserName), row.Durum.ToString(),
                    row.KurumKodu.ToString(CultureInfo.InvariantCulture), expiry, $"{row.Ad} {row.Soyad}");
            }

            await table.WriteAsync(context.Terminal.Out);
            if (rows.Count == RegistryAdmin.MaximumPage)
            {
                await context.Terminal.Out.WriteLineAsync($"Devamı olabilir: --skip {from + rows.Count}");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
