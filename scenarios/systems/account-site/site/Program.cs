using AccountSite;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Logging.LogPlainly();
builder.Services.AddAccountSite(builder.Configuration);

WebApplication app = builder.Build();
app.UseHealthChecks("/health");
app.UseAttestation("/version");
app.UseAuthentication();
app.UseAuthorization();
app.MapAccountSite();
await app.RunAsync();
