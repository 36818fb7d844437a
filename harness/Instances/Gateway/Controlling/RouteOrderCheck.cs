using System.Collections.Immutable;
using StagingHarness.Protocols.Gateway;

namespace StagingHarness.Gateway.Controlling;

/// <summary>Finds what is wrong with an order before anything changes.</summary>
internal static class RouteOrderCheck
{
    public static ImmutableArray<string> Check(RouteOrder order)
    {
        if (order.Targets.IsDefault)
        {
            return ["'targets' is missing; give a list, which may be empty."];
        }

        var twice = order.Targets.GroupBy(target => target.Address).Where(group => group.Count() > 1)
            .Select(group => $"Address '{group.Key}' stands there {group.Count()} times; give each address once.");
        return [.. order.Targets.SelectMany(CheckTarget), .. twice];
    }

    private static IEnumerable<string> CheckTarget(RouteTarget target)
    {
        if (!target.Address.IsAbsoluteUri || target.Address.Scheme != Uri.UriSchemeHttp || target.Address.PathAndQuery != "/")
        {
            yield return $"Address '{target.Address}' of instance '{target.Instance}' is not http://HOST:PORT; give it without a path.";
        }

        if (target.Weight is < 1 or > RouteTarget.LargestWeight)
        {
            yield return $"Weight {target.Weight} of address '{target.Address}' is not between 1 and {RouteTarget.LargestWeight}; leave out what gets nothing.";
        }

        foreach (var (name, value) in new (string, string?)[] { ("instance", target.Instance), ("release", target.Release), ("platform", target.Platform), ("configuration", target.Configuration) })
        {
            if (value is { Length: 0 } || value?.Any(character => character is < ' ' or > '~') == true)
            {
                yield return $"'{name}' of address '{target.Address}' is '{value}', which cannot stand in a header; use printable ASCII.";
            }
        }
    }
}
