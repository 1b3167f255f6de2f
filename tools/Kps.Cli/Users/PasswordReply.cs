using Kps.Cli.Text;
using Kps.Registry.Registrar;

namespace Kps.Cli.Users;

/// <summary>How a drawn password is shown, once.</summary>
internal static class PasswordReply
{
    public static async Task WriteAsync(Terminal terminal, IssuedPassword? password)
    {
        if (password?.Generated is { } generated)
        {
            await terminal.Out.WriteLineAsync($"Şifre (bir daha gösterilmez): {generated.Reveal()}");
        }

        if (password?.ExpiresAt is { } end)
        {
            await terminal.Out.WriteLineAsync($"Şifrenin geçerlilik sonu: {Istanbul.Text(end)}");
        }
    }
}
