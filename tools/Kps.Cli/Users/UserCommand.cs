using System.CommandLine;
using Kps.Registry.Users;

namespace Kps.Cli.Users;

/// <summary><c>user</c>: the accounts of the web service.</summary>
internal static class UserCommand
{
    public static Command Create(CommandContext context) => new("user", "Web servis kullanıcıları")
    {
        AddUser.Create(context),
        ListUsers.Create(context),
        SetUserPassword.Create(context),
        RevokeTokens.Create(context),
        SwitchUser.Create(context, "disable", "Kullanıcıyı pasif yapar.", UserDurum.Pasif),
        SwitchUser.Create(context, "enable", "Pasif ya da onay bekleyen kullanıcıyı aktif yapar.", UserDurum.Aktif),
    };

    public static Argument<string> UserName() => new("kullaniciAdi") { Description = "Kullanıcı adı (T.C. kimlik numarası)." };
}
