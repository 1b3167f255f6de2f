using Kps.Cli.Text;
using Kps.Contracts;
using Kps.Registry.Registrar;
using Kps.Registry.Users;

namespace Kps.Cli.Demo;

/// <summary>Writes the demonstration's rows through the same acts an operator uses; rows that stand already stay as they are.</summary>
/// <param name="registry">The Registrar.</param>
internal sealed class DemoSeed(RegistryAdmin registry)
{
    public const int KurumKodu = 999001;

    public async Task SowAsync(DemoFile demo, CancellationToken cancellationToken)
    {
        Accept(await registry.AddInstitutionAsync(KurumKodu, "Gösterim Hastanesi", "Ankara", cancellationToken));
        Accept(await registry.AddApplicationAsync(
            new NewApplication("Gösterim Yazılım", "Gösterim HBYS", "1.0") { Kod = demo.UygulamaKodu }, cancellationToken));
        Accept(await registry.AddUserAsync(
            new NewUser
            {
                UserName = demo.Username,
                Ad = "Gösterim",
                Soyad = "Kullanıcısı",
                KurumKodu = KurumKodu,
                Durum = UserDurum.Aktif,
                DefaultApplicationKod = demo.UygulamaKodu,
                Password = new Secret(demo.Password),
            },
            cancellationToken));
        foreach (var address in new[] { "127.0.0.1", "::1" })
        {
            Accept(await registry.AddRangeAsync(KurumKodu, address, "Gösterim: bu makine", RangeConsents.Private, cancellationToken));
        }

        foreach (var operation in OperationNames.All)
        {
            Accept(await registry.GrantOperationAsync(KurumKodu, operation.Operation, "Gösterim", cancellationToken: cancellationToken));
        }
    }

    private static void Accept<T>(RegistryResult<T> result)
        where T : class
    {
        if (result.Refusal is { Kind: not RegistryRefusalKind.AlreadyExists } refusal)
        {
            throw new CommandException(refusal.Message);
        }
    }
}
