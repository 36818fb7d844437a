using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace AccountSite;

/// <summary>Where the keys lie that protect cookies and what is sent along to the provider: in a ring that all servers share, where one is configured.</summary>
internal static class SiteKeys
{
    public static void Keep(IDataProtectionBuilder protection, IConfigurationSection settings)
    {
        if (settings.GetValue<Uri>("KeyRing") is { } ring)
        {
            protection.Services.Configure<KeyManagementOptions>(options => options.XmlRepository = new KeyRing(ring));
        }
        else
        {
            protection.PersistKeysToFileSystem(new DirectoryInfo(settings["Keys"]!));
        }
    }
}
