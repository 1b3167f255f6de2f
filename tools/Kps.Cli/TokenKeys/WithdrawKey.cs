using System.CommandLine;
using Kps.Audit;
using Kps.Cli.Text;
using Kps.Registry.Tokens;

namespace Kps.Cli.TokenKeys;

/// <summary>
/// <c>keys withdraw</c>: for a key that may be in other hands. Its tokens are void at once; when it is the one that signs, a successor that signs
/// at once is made first, so that callers whose tokens die can take new ones.
/// </summary>
internal static class WithdrawKey
{
    public static Command Create(CommandContext context)
    {
        var id = new Argument<int>("no") { Description = "Anahtarın numarası ('keys list' gösterir)." };
        var yes = new Option<bool>("--yes") { Description = "Onay sormaz." };
        var command = new Command("withdraw", "Ele geçmiş olabilecek bir anahtarı geri çeker; imzaladığı jetonlar hemen geçersizleşir.") { id, yes };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = context.Settings(parsed);
            var store = KeysCommand.Store(context, settings);
            var (key, isSigner) = await LookAsync(store, parsed.GetValue(id), context.Terminal.Time.GetUtcNow(), cancellationToken);
            using var master = isSigner ? KeysCommand.MasterKey(settings) : null;
            await ExplainAsync(context.Terminal.Out, key, isSigner);
            if (!parsed.GetValue(yes))
            {
                await ConfirmAsync(context.Terminal, key, cancellationToken);
            }

            // An answer may take its time: whether the key signs is looked at again, and decided for the very moment at which it is withdrawn.
            var now = context.Terminal.Time.GetUtcNow();
            (key, isSigner) = await LookAsync(store, key.Id, now, cancellationToken);
            if (isSigner)
            {
                using var late = master is null ? KeysCommand.MasterKey(settings) : null;
                await SucceedAsync(context.Terminal, store, key, (master ?? late)!, now, cancellationToken);
            }

            await ActAsync(context.Terminal, store, key, now, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<(TokenKeyListing Key, bool IsSigner)> LookAsync(TokenKeyStore store, int id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var keys = await store.ListAsync(cancellationToken);
        var key = Find(keys, id);
        return (key, new KeySchedule(keys, key.IsTest, now).Signer == key);
    }

    private static TokenKeyListing Find(IReadOnlyList<TokenKeyListing> keys, int id) => keys.SingleOrDefault(key => key.Id == id) switch
    {
        null => throw new CommandException($"{KeyWords.Id(id)} numaralı anahtar yok."),
        { WithdrawnAt: { } at } => throw new CommandException($"{KeyWords.Id(id)} numaralı anahtar zaten geri çekilmiş ({Istanbul.Text(at)})."),
        var key => key,
    };

    private static async Task ExplainAsync(TextWriter writer, TokenKeyListing key, bool isSigner)
    {
        await writer.WriteLineAsync($"Geri çekilecek anahtar: {KeyWords.Of(key)}. Geri dönüşü yoktur.");
        await writer.WriteLineAsync("İmzaladığı bütün jetonlar iki saniye içinde geçersizleşir; o jetonlarla gelen sorgular jetonun geçersiz olduğunu söyleyen bir hata alır,");
        await writer.WriteLineAsync("istemci yeni jeton alınca çalışmaya devam eder. Şifreyle, jetonsuz gelen sorgular etkilenmez.");
        if (isSigner)
        {
            await writer.WriteLineAsync("Şu anda imzalayan anahtar budur: yerine hemen imzalayan yeni bir anahtar yapılacak.");
        }
    }

    private static async Task ConfirmAsync(Terminal terminal, TokenKeyListing key, CancellationToken cancellationToken)
    {
        await terminal.Out.WriteLineAsync("Onaylamak için anahtarın numarasını yazın:");
        if ((await terminal.In.ReadLineAsync(cancellationToken))?.Trim() != KeyWords.Id(key.Id))
        {
            throw new CommandException("Onaylanmadı; hiçbir şey değişmedi.");
        }
    }

    private static async Task SucceedAsync(
        Terminal terminal, TokenKeyStore store, TokenKeyListing key, IMasterKey master, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (id, successor) = await KeysCommand.AddAsync(store, master, key.IsTest, now, cancellationToken);
        await terminal.Out.WriteLineAsync($"Yeni anahtar: {KeyWords.Of(id, successor.IsTest, successor.Fingerprint)}; hemen imzalamaya başlar.");
    }

    private static async Task ActAsync(Terminal terminal, TokenKeyStore store, TokenKeyListing key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await store.WithdrawAsync(key.Id, now, cancellationToken))
        {
            throw new CommandException($"{KeyWords.Id(key.Id)} numaralı anahtar bu sırada başkasınca geri çekildi.");
        }

        await terminal.Out.WriteLineAsync($"Geri çekildi: {KeyWords.Of(key)}");
    }
}
