using System.CommandLine;
using Kps.Cli.Text;

namespace Kps.Cli.Users;

/// <summary><c>user revoke</c>: for a token that may be in other hands while the password is not.</summary>
internal static class RevokeTokens
{
    public static Command Create(CommandContext context)
    {
        var userName = UserCommand.UserName();
        var command = new Command("revoke", "Kullanıcının şimdiye dek aldığı jetonları iki saniye içinde geçersizleştirir; şifresi aynı kalır.") { userName };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var user = (await context.Registry(parsed).RevokeTokensAsync(parsed.GetRequiredValue(userName), cancellationToken)).OrFail();
            await context.Terminal.Out.WriteLineAsync($"{Masked.UserName(user.UserName)}: jetonları geri alındı");
            await context.Terminal.Out.WriteLineAsync("Şifresiyle yeni jeton alabilir. Bunu da önlemek için: user disable ya da user password.");
            return ExitCode.Done;
        });
        return command;
    }
}
