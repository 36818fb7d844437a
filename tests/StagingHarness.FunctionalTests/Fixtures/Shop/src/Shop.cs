// A web shop of one page: its version is its assembly's.
var version = typeof(Program).Assembly.GetName().Version!.ToString(2);
var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => $"Shop {version}");
app.MapGet("/health", () => "ok");
app.MapGet("/version", () => new { release = version });
app.Run();
