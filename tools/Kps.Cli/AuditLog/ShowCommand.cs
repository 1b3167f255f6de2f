using System.CommandLine;
using Kps.Audit.Reading;

namespace Kps.Cli.AuditLog;

/// <summary>
/// <c>audit show</c>: every field of one row; with <c>--result</c> also criteria and result in clear, not without a reason and not before it is written who opens them and why.
/// </summary>
internal static class ShowCommand
{
    public static Command Create(CommandContext context)
    {
        var islemNo = IslemNoOption.Create(required: true);
        var result = new Option<bool>("--result") { Description = "Ölçütleri ve yanıtı da açar; --reason ister." };
        var reason = ViewReasonOption.Create();
        var command = new Command("show", "Bir kaydın bütün alanlarını gösterir.") { islemNo, result, reason };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(result) && parsed.GetResult(reason) is null)
            {
                parsed.AddError("Ölçütleri ve yanıtı açmak için neden gerekir: " + ViewReasonOption.Missing);
            }
        });
        command.SetAction((parsed, cancellationToken) => LogDesk.OpenAsync(
            context,
            parsed,
            needsKeys: parsed.GetValue(result),
            async desk =>
            {
                var number = parsed.GetValue(islemNo)!.Value;
                var call = parsed.GetValue(result)
                    ? await desk.Desk.ViewResultAsync(number, parsed.GetValue(reason)!, cancellationToken)
                    : await desk.Desk.FindAsync(number, cancellationToken);
                return call is null
                    ? await desk.SayActAsync(number, isFull: true, cancellationToken)
                    : await WriteAsync(desk, call, cancellationToken);
            },
            cancellationToken));
        return command;
    }

    private static async Task<int> WriteAsync(LogDesk desk, AuditCall call, CancellationToken cancellationToken)
    {
        var names = await CallerNames.OfAsync(desk.Settings.PanelConnectionString, [call.Opening], cancellationToken);
        await desk.Out.WriteLineAsync(CallSentence.Of(call, names));
        await desk.Out.WriteLineAsync(await SealSentence.OfAsync(call.Opening, call.Closing, desk.Reader, cancellationToken));
        await CallDetail.WriteAsync(desk.Out, call);
        return ExitCode.Done;
    }
}
