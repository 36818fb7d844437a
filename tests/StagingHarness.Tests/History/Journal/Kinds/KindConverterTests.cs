using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.History.Journal;
using StagingHarness.History.Journal.Kinds;
using StagingHarness.Loading;
using StagingHarness.Scenarios;
using StagingHarness.TestKit.Files;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.History.Journal.Kinds;

public sealed class KindConverterTests
{
    /// <summary>As the serializer itself does it with what the types declare.</summary>
    private static JsonSerializerOptions Plain { get; } = WithoutKinds();

    [Test]
    public void Every_event_of_a_run_is_written_as_the_serializer_itself_writes_it_and_read_again()
    {
        var events = IncidentRun.Record(IncidentPlans.Replay()).Events;

        foreach (var happened in events)
        {
            var text = JsonSerializer.Serialize(happened, JournalFormat.Writing);

            text.Should().Be(JsonSerializer.Serialize(happened, Plain));
            JsonSerializer.Serialize(JsonSerializer.Deserialize<JournalEvent>(text, JournalFormat.Reading), JournalFormat.Writing).Should().Be(text);
        }

        events.Select(happened => happened.GetType()).Distinct().Should().HaveCountGreaterThan(10);
    }

    [Test]
    public void Every_plan_that_ships_is_written_as_the_serializer_itself_writes_it_and_read_again()
    {
        var start = IncidentRun.Record(IncidentPlans.Replay()).Start;
        var files = Directory.GetFiles(Path.Combine(Checkout.Root, "scenarios"), "*.scenario.yaml", SearchOption.AllDirectories);

        foreach (var file in files)
        {
            var happened = start with { Plan = PlanLoader.Load(file, ScenarioInputs.None).Plan! };
            var text = JsonSerializer.Serialize<JournalEvent>(happened, JournalFormat.Writing);

            text.Should().Be(JsonSerializer.Serialize<JournalEvent>(happened, Plain), file);
            JsonSerializer.Serialize(JsonSerializer.Deserialize<JournalEvent>(text, JournalFormat.Reading), JournalFormat.Writing).Should().Be(text, file);
        }

        files.Should().HaveCountGreaterThan(100);
    }

    [Test]
    public void Kind_is_found_wherever_it_stands()
    {
        var read = JsonSerializer.Deserialize<JournalEvent>("""{ "text": "a", "sequence": 3, "nested": { "event": "run-ended" }, "event": "noted" }""", JournalFormat.Reading);

        read.Should().BeOfType<Noted>().Which.Should().Match<Noted>(noted => noted.Text == "a" && noted.Sequence == 3);
    }

    [TestCase("""{ "text": "a" }""", "*names no 'event'*")]
    [TestCase("""{ "event": 7, "text": "a" }""", "*names no 'event'*")]
    [TestCase("""{ "event": "told", "text": "a" }""", "*'told' is no 'event' of 'JournalEvent'*")]
    [TestCase("""[ "noted" ]""", "*names no 'event'*")]
    public void What_names_no_kind_that_is_known_is_refused(string text, string why) =>
        FluentActions.Invoking(() => JsonSerializer.Deserialize<JournalEvent>(text, JournalFormat.Reading)).Should().Throw<JsonException>().WithMessage(why);

    [Test]
    public void Only_kinds_that_occur_are_found_out_about()
    {
        var seen = new List<Type>();
        var options = With(found => seen.Add(found.Type));

        JsonSerializer.Serialize<Fruit>(new Apple { Name = "Boskoop" }, options).Should().Be("""{"fruit":"apple","Name":"Boskoop"}""");

        seen.Should().Contain([typeof(Fruit), typeof(Apple)]).And.NotContain(typeof(Pear));
    }

    [Test]
    public void Kind_that_its_base_does_not_declare_is_not_written() =>
        FluentActions.Invoking(() => JsonSerializer.Serialize<Fruit>(new Stone { Name = "Flint" }, With(_ => { })))
            .Should().Throw<NotSupportedException>().WithMessage("'Fruit' does not declare 'Stone' as one of its kinds.*");

    private static JsonSerializerOptions WithoutKinds()
    {
        var options = new JsonSerializerOptions(JournalFormat.Writing) { TypeInfoResolver = JournalJson.Default };
        options.Converters.Clear();
        return options;
    }

    private static JsonSerializerOptions With(Action<JsonTypeInfo> seen) => new()
    {
        Converters = { new KindConverters() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(KindConverters.Name).WithAddedModifier(seen),
    };

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "fruit")]
    [JsonDerivedType(typeof(Apple), "apple")]
    [JsonDerivedType(typeof(Pear), "pear")]
    private abstract record Fruit
    {
        public required string Name { get; init; }
    }

    private sealed record Apple : Fruit;

    private sealed record Pear : Fruit;

    private sealed record Stone : Fruit;
}
