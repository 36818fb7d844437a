namespace OrderDesk;

/// <summary>Asks the account API.</summary>
internal sealed class AccountClient(HttpClient http)
{
    public async Task<Account> ReadAsync(CancellationToken cancellationToken) =>
        await http.GetFromJsonAsync<Account>("/api/account", cancellationToken) ?? throw new HttpRequestException("The account API answered nothing.");
}
