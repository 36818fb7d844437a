using Microsoft.AspNetCore.DataProtection;

namespace AccountSite;

/// <summary>Where the keys lie that protect cookies and what is sent along to the provider: in a folder of the server.</summary>
internal static class SiteKeys
{
    public static void Keep(IDataProtectionBuilder protection, IConfigurationSection settings) =>
        protection.PersistKeysToFileSystem(new DirectoryInfo(settings["Keys"]!));
}
