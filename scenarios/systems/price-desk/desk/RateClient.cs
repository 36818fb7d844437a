using System.Text.Json;

namespace PriceDesk;

/// <summary>Asks the rates API.</summary>
internal sealed class RateClient(HttpClient http)
{
    /// <summary>Strict: a number is a number.</summary>
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Default) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public async Task<Rate> ReadAsync(CancellationToken cancellationToken) =>
        await http.GetFromJsonAsync<Rate>("rates?base=EUR&quote=USD", Json, cancellationToken)
        ?? throw new HttpRequestException("The rates API answered nothing.");
}
