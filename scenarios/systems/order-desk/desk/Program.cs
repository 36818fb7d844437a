using OrderDesk;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Logging.LogPlainly();
builder.Services.AddOrderDesk(builder.Configuration);

WebApplication app = builder.Build();
app.UseHealthChecks("/health");
app.UseAttestation("/version");
app.MapOrderDesk();
await app.RunAsync();
