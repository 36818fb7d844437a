using Microsoft.AspNetCore.Http.HttpResults;

namespace PriceDesk;

/// <summary>What the service answers.</summary>
internal static class PriceRoutes
{
    private static readonly (string Article, decimal Euro)[] Articles = [("desk", 240m), ("lamp", 35.5m)];

    public static void UseAttestation(this IApplicationBuilder app, string path)
    {
        VersionReport report = VersionReport.OfThisProcess();
        app.Map(path, branch => branch.Run(context => context.Response.WriteAsJsonAsync(report, context.RequestAborted)));
    }

    public static void MapPriceDesk(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/opening-hours", () => TypedResults.Text("from eight to six"));
        routes.MapGet("/api/prices", ListPricesAsync);
    }

    private static async Task<Ok<Price[]>> ListPricesAsync(RateClient rates, CancellationToken cancellationToken)
    {
        Rate rate = await rates.ReadAsync(cancellationToken);
        return TypedResults.Ok(Array.ConvertAll(Articles, one => new Price(one.Article, one.Euro, decimal.Round(one.Euro * rate.Value, 2))));
    }
}
