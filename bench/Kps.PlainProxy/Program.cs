using Kps.PlainProxy;

// The yardstick of ./kps bench: Kestrel and HttpClient as a proxy of one route, nothing else.
if (args is not [var listen, var upstream])
{
    await Console.Error.WriteLineAsync("usage: Kps.PlainProxy <listen URL> <upstream URL>");
    return 2;
}

var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
builder.WebHost.UseKestrelCore().UseUrls(listen).UseSockets(sockets =>
{
    // As the gateway has it.
    sockets.UnsafePreferInlineScheduling = true;
    sockets.WaitForDataBeforeAllocatingBuffer = false;
}).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
var app = builder.Build();
using var proxy = new SoapProxy(new Uri(upstream));
app.Run(proxy.HandleAsync);
await app.RunAsync();
return 0;
