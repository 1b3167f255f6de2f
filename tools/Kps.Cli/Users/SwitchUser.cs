using System.CommandLine;
using Kps.Cli.Text;
using Kps.Registry.Users;

namespace Kps.Cli.Users;

/// <summary><c>user disable</c> and <c>user enable</c>.</summary>
internal static class SwitchUser
{
    public static Command Create(CommandContext context, string name, string description, UserDurum durum)
    {
        var userName = UserCommand.UserName();
        var command = new Command(name, description) { userName };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var user = (await context.Registry(parsed).SetUserDurumAsync(parsed.GetRequiredValue(userName), durum, cancellationToken)).OrFail();
            await context.Terminal.Out.WriteLineAsync($"{Masked.UserName(user.UserName)}: {user.Durum}");
            return ExitCode.Done;
        });
        return command;
    }
}
