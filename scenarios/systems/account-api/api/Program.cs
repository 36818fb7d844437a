using AccountApi;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Logging.LogPlainly();
builder.Services.AddAccountApi(builder.Configuration);

WebApplication app = builder.Build();
app.UseHealthChecks("/health");
app.UseAttestation("/version");
app.UseAuthentication();
app.UseAuthorization();
app.MapAccountApi();
await app.RunAsync();
