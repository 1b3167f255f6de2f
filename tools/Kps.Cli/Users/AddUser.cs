using System.CommandLine;
using Kps.Cli.Text;
using Kps.Registry.Registrar;
using Kps.Registry.Users;

namespace Kps.Cli.Users;

/// <summary><c>user add</c>: an active account with a drawn password, or with one read from standard input.</summary>
internal static class AddUser
{
    public static Command Create(CommandContext context)
    {
        var userName = UserCommand.UserName();
        var kurum = new Option<int>("--kurum") { Description = "Kurum kodu.", Required = true };
        var ad = new Option<string>("--ad") { Description = "Adı.", Required = true };
        var soyad = new Option<string>("--soyad") { Description = "Soyadı.", Required = true };
        var application = new Option<Guid?>("--application") { Description = "İleti uygulama kodu taşımadığında geçerli olan uygulama (GUID)." };
        var stdin = new Option<bool>("--stdin") { Description = "Şifreyi standart girdinin ilk satırından okur; verilmezse şifre üretilir." };
        var command = new Command("add", "Kullanıcı ekler ve üretilen şifreyi bir kez gösterir.") { userName, kurum, ad, soyad, application, stdin };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var isChosen = parsed.GetValue(stdin);
            var name = parsed.GetRequiredValue(userName);
            var added = (await context.Registry(parsed).AddUserAsync(
                new NewUser
                {
                    UserName = name,
                    Ad = parsed.GetRequiredValue(ad),
                    Soyad = parsed.GetRequiredValue(soyad),
                    KurumKodu = parsed.GetRequiredValue(kurum),
                    Durum = UserDurum.Aktif,
                    DefaultApplicationKod = parsed.GetValue(application),
                    Password = isChosen ? await SecretLine.ReadAsync(context.Terminal.In, cancellationToken) : null,
                    GeneratePassword = !isChosen,
                },
                cancellationToken)).OrFail();
            await context.Terminal.Out.WriteLineAsync($"Kullanıcı eklendi: {Masked.UserName(name)} (no {added.Id})");
            await PasswordReply.WriteAsync(context.Terminal, added.Password);
            return ExitCode.Done;
        });
        return command;
    }
}
