using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace ClientPortal.Release.Business;

/// <summary>What the business routes need, the same in every release.</summary>
internal static class BusinessServices
{
    public static void AddBusiness(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OrderSettings>()
            .Bind(configuration.GetSection(OrderSettings.Section))
            .Validate(settings => settings.IsUnderstood(), OrderSettings.Requirement)
            .ValidateOnStart();
        services.AddSingleton<PortalData>();
        services.AddSingleton(OrdersOf);
    }

    private static IOrders OrdersOf(IServiceProvider services) =>
        services.GetRequiredService<IOptions<OrderSettings>>().Value is { ConnectionString: var connection } settings
        && settings.HasDatabase()
            ? new OrderDatabase(NpgsqlDataSource.Create(connection))
            : services.GetRequiredService<PortalData>();
}
