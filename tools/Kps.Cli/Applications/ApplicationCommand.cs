using System.CommandLine;

namespace Kps.Cli.Applications;

/// <summary><c>application</c>: the hospital software that calls.</summary>
internal static class ApplicationCommand
{
    public static Command Create(CommandContext context) => new("application", "HBYS/AHBS uygulamaları")
    {
        AddApplication.Create(context),
        ListApplications.Create(context),
        SwitchApplication.Create(context, "disable", "Uygulamayı kapatır; koduyla gelen çağrılar her kurumda reddedilir.", isOpen: false),
        SwitchApplication.Create(context, "enable", "Kapalı uygulamayı yeniden açar.", isOpen: true),
    };
}
