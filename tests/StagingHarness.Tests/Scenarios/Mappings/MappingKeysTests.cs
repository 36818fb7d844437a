using System.Reflection;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Scenarios.Documents.Mappings;
using WireMock.Admin.Mappings;

namespace StagingHarness.Tests.Scenarios.Mappings;

/// <summary>The table of keys is WireMock.Net's model: what it gains or loses with a new version must be looked at.</summary>
public sealed class MappingKeysTests
{
    private static IEnumerable<string> Models => MappingKeys.All.Keys;

    [TestCaseSource(nameof(Models))]
    public void Keys_are_those_of_the_model(string model)
    {
        var type = typeof(MappingModel).Assembly.GetType($"WireMock.Admin.Mappings.{(model == "PatternModel" ? nameof(PathModel) : model)}", throwOnError: true)!;

        MappingKeys.All[model].Keys.Should().BeEquivalentTo(type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name));
    }

    [Test]
    public void Kinds_are_those_of_the_model()
    {
        var wrong =
            from model in MappingKeys.All
            let type = typeof(MappingModel).Assembly.GetType($"WireMock.Admin.Mappings.{(model.Key == "PatternModel" ? nameof(PathModel) : model.Key)}", throwOnError: true)!
            from key in model.Value
            where key.Value.Refused is null
            let value = type.GetProperty(key.Key)!.PropertyType
            let wanted = (Nullable.GetUnderlyingType(value) ?? value) switch
            {
                var text when text == typeof(string) || text == typeof(Guid) || text == typeof(DateTime) || text == typeof(byte[]) => [MappingKeyKind.Text],
                var number when number == typeof(int) => [MappingKeyKind.Number],
                var flag when flag == typeof(bool) => [MappingKeyKind.Flag],
                var texts when texts == typeof(string[]) => [MappingKeyKind.Texts],
                var any when any == typeof(object) => new[] { MappingKeyKind.Anything, MappingKeyKind.TextOrModel },
                var list when list.IsArray || list.Name.StartsWith("IList", StringComparison.Ordinal) => [MappingKeyKind.Models, MappingKeyKind.Anything],
                var enumeration when enumeration.IsEnum || enumeration.IsInterface => [MappingKeyKind.Anything],
                { Name: "EncodingModel" } => [MappingKeyKind.Anything],
                _ => [MappingKeyKind.Model],
            }
            where !wanted.Contains(key.Value.Kind)
            select $"{model.Key}.{key.Key}";

        wrong.Should().BeEmpty();
    }
}
