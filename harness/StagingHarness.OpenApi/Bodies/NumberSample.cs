using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace StagingHarness.OpenApi.Bodies;

/// <summary>A number that fits a schema: near 1, so that it is read as easily as it can be.</summary>
internal static class NumberSample
{
    public static JsonNode Of(IOpenApiSchema schema, bool isWhole)
    {
        var step = schema.MultipleOf is > 0 and var multiple ? multiple : isWhole ? 1 : 0;
        var value = Bounded(schema, isWhole ? 1 : 1.5m, step > 0 ? step : 1);
        if (step > 0)
        {
            var rounded = Math.Ceiling(value / step) * step;
            value = Fits(schema, rounded) || !Fits(schema, rounded - step) ? rounded : rounded - step;
        }

        return isWhole && value is >= long.MinValue and <= long.MaxValue && decimal.Truncate(value) == value ? JsonValue.Create((long)value) : JsonValue.Create(value);
    }

    private static decimal Bounded(IOpenApiSchema schema, decimal wanted, decimal step)
    {
        try
        {
            var (least, isAbove) = Edge(schema.Minimum, schema.ExclusiveMinimum, Math.Max);
            var (most, isBelow) = Edge(schema.Maximum, schema.ExclusiveMaximum, Math.Min);
            if (least is { } low && (wanted < low || (isAbove && wanted == low)))
            {
                wanted = !isAbove ? low : most is { } above && low + step >= above ? (low + above) / 2 : low + step;
            }

            if (most is { } high && (wanted > high || (isBelow && wanted == high)))
            {
                wanted = !isBelow ? high : least is { } below && high - step <= below ? (high + below) / 2 : high - step;
            }

            return wanted;
        }
        catch (OverflowException)
        {
            return wanted;
        }
    }

    private static bool Fits(IOpenApiSchema schema, decimal value) =>
        value >= (Read(schema.Minimum) ?? value) && value <= (Read(schema.Maximum) ?? value)
        && (Read(schema.ExclusiveMinimum) is not { } above || value > above) && (Read(schema.ExclusiveMaximum) is not { } below || value < below);

    /// <summary>The bound that holds, and whether it lies outside itself.</summary>
    private static (decimal? Edge, bool IsOutside) Edge(string? inside, string? outside, Func<decimal, decimal, decimal> narrower) =>
        (Read(inside), Read(outside)) switch
        {
            ({ } bound, { } edge) => (narrower(bound, edge), narrower(bound, edge) == edge),
            (null, { } edge) => (edge, true),
            ({ } bound, null) => (bound, false),
            _ => (null, false),
        };

    /// <summary>What does not fit a decimal bounds nothing near 1.</summary>
    private static decimal? Read(string? number) =>
        decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
