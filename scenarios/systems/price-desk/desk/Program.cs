using PriceDesk;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Logging.LogPlainly();
builder.Services.AddHealthChecks();
builder.Services.AddHttpClient<RateClient>(http => http.BaseAddress = builder.Configuration.GetValue<Uri>("Rates:Address"));

WebApplication app = builder.Build();
app.UseHealthChecks("/health");
app.UseAttestation("/version");
app.MapPriceDesk();
await app.RunAsync();
