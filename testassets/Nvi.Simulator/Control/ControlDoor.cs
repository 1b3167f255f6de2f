using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Nvi.Simulator.Population;

namespace Nvi.Simulator.Control;

/// <summary>
/// The control endpoint, on a listener of its own that is bound to loopback only. JSON in camel case.
/// <list type="bullet">
/// <item><c>POST /control/faults</c> arms one <see cref="NviFault"/>; <c>DELETE /control/faults</c> clears all.</item>
/// <item><c>POST /control/tokens/revoke</c> ends every token now: <c>{"revoked":n}</c>.</item>
/// <item><c>GET /control/statistics</c> answers <see cref="NviStatistics"/>.</item>
/// <item><c>GET /control/samples</c> answers <see cref="PopulationSamples"/>, numbers in clear: the people are invented.</item>
/// <item><c>POST /control/reset</c> clears faults and statistics.</item>
/// </list>
/// </summary>
internal sealed class ControlDoor(NviSimulatorControl control)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new TcknJsonConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Handles one request.</summary>
    /// <param name="context">The request.</param>
    public async Task HandleAsync(HttpContext context)
    {
        switch (context.Request.Method, context.Request.Path.Value)
        {
            case ("POST", "/control/faults"):
                await ArmAsync(context).ConfigureAwait(false);
                break;
            case ("DELETE", "/control/faults"):
                control.ClearFaults();
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            case ("POST", "/control/tokens/revoke"):
                await context.Response.WriteAsJsonAsync(new { Revoked = control.RevokeTokens() }, Json, context.RequestAborted).ConfigureAwait(false);
                break;
            case ("GET", "/control/statistics"):
                await context.Response.WriteAsJsonAsync(control.Statistics, Json, context.RequestAborted).ConfigureAwait(false);
                break;
            case ("GET", "/control/samples"):
                await context.Response.WriteAsJsonAsync(control.Population.Samples, Json, context.RequestAborted).ConfigureAwait(false);
                break;
            case ("POST", "/control/reset"):
                control.Reset();
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    private async Task ArmAsync(HttpContext context)
    {
        string? objection;
        try
        {
            var fault = await JsonSerializer.DeserializeAsync<NviFault>(context.Request.Body, Json, context.RequestAborted).ConfigureAwait(false);
            control.Inject(fault ?? throw new ArgumentException("The body holds no fault."));
            objection = null;
        }
        catch (Exception refusal) when (refusal is JsonException or ArgumentException)
        {
            objection = refusal.Message;
        }

        if (objection is null)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        await context.Response.WriteAsJsonAsync(new { Error = objection }, Json, context.RequestAborted).ConfigureAwait(false);
    }
}
