using System.CommandLine;
using Kps.Cli.Text;
using Kps.Contracts;

namespace Kps.Cli.Users;

/// <summary><c>user password</c>: a drawn or a chosen one; said explicitly, because the old one dies with it.</summary>
internal static class SetUserPassword
{
    public static Command Create(CommandContext context)
    {
        var userName = UserCommand.UserName();
        var generate = new Option<bool>("--generate") { Description = "Şifre üretir ve bir kez gösterir." };
        var stdin = new Option<bool>("--stdin") { Description = "Şifreyi standart girdinin ilk satırından okur." };
        var command = new Command("password", "Kullanıcıya yeni şifre verir; eskisi iki saniye içinde geçersizleşir.") { userName, generate, stdin };
        command.Validators.Add(result =>
        {
            if (result.GetValue(generate) == result.GetValue(stdin))
            {
                result.AddError("--generate ya da --stdin seçeneklerinden biri verilmeli.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var name = parsed.GetRequiredValue(userName);
            Secret? chosen = parsed.GetValue(stdin) ? await SecretLine.ReadAsync(context.Terminal.In, cancellationToken) : null;
            var issued = (await context.Registry(parsed).SetPasswordAsync(name, chosen, cancellationToken)).OrFail();
            await context.Terminal.Out.WriteLineAsync($"Şifre değişti: {Masked.UserName(name)}");
            await PasswordReply.WriteAsync(context.Terminal, issued);
            return ExitCode.Done;
        });
        return command;
    }
}
