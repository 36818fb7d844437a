using System.Reflection;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Building;
using StagingHarness.Scenarios.Files;
using StagingHarness.Scenarios.Units;
using StagingHarness.TestKit.Files;
using StagingHarness.Tests.Scenarios.Schemas;

namespace StagingHarness.Tests.Scenarios.Building;

/// <summary>What methods of the language in code set is what files say: none of them knows a key that the language does not have.</summary>
public sealed class VocabularyTests
{
    /// <summary>Stands for every name that an author gives, of a service too.</summary>
    private const string GivenName = "given-name";

    private static readonly Expectation Expected = Expectation.Named(GivenName);

    private static readonly object[] Samples =
    [
        Scenario.Named(GivenName),
        Step.Watch(1.IncidentMinutes()),
        Gate.Asks(Expected),
        Fault.Kill([GivenName]),
        Traffic.To(GivenName, 1, ["GET /"]),
        Expected,
        new Block(),
    ];

    private static IEnumerable<TestCaseData> Methods =>
        Samples.Select(sample => sample.GetType()).Where(type => type != typeof(Block))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.ReturnType == method.DeclaringType && method.Name is not ("OfKind" or "<Clone>$"))
            .Where(method => !method.GetParameters().Any(parameter => parameter.ParameterType.IsByRefLike))
            .Select(method => new TestCaseData(method).SetArgDisplayNames($"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.Name))})"));

    [Test]
    public void Gate_that_asks_for_nothing_is_refused_where_it_is_written() =>
        FluentActions.Invoking(() => Gate.Asks()).Should().Throw<ArgumentException>().WithMessage("A gate asks for one expectation at least.*");

    [TestCaseSource(nameof(Methods))]
    public void Method_sets_keys_of_the_language(MethodInfo method)
    {
        var known = SchemaProperties.Of(SchemaFiles.Scenario).Select(property => property.Key).Append(GivenName);
        var target = method.IsStatic ? null : Samples.Single(sample => sample.GetType() == method.DeclaringType);

        var value = (Value)method.Invoke(target, [.. method.GetParameters().Select(Argument)])!;

        var keys = Transcription.Keys(value.ToSyntax(new CodeFiles(RootFolder.At(Checkout.Root)), default)).ToList();
        keys.Should().NotBeEmpty().And.BeSubsetOf(known);
    }

    [Test]
    public void Every_method_is_tried() => Methods.Should().HaveCountGreaterThan(60);

    private static object Argument(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        object[] values =
        [
            GivenName, 1, 1L, true, TimeSpan.FromSeconds(1), 1.IncidentMinutes(), new[] { GivenName }, new[] { new Share(0.1) }, new Value[] { GivenName }, .. Samples,
        ];
        return values.First(value => value.GetType() == type);
    }
}
