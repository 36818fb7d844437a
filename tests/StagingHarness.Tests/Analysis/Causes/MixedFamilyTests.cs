using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Causes;

namespace StagingHarness.Tests.Analysis.Causes;

public sealed class MixedFamilyTests
{
    private static readonly ImmutableSortedDictionary<string, string> Whole = Libraries(("Microsoft.IdentityModel.Tokens", "8.19.2.0"), ("Microsoft.IdentityModel.JsonWebTokens", "8.19.2.0"));

    private static readonly ImmutableSortedDictionary<string, string> Mixed = Libraries(("Microsoft.IdentityModel.Tokens", "8.19.2.0"), ("Microsoft.IdentityModel.JsonWebTokens", "7.7.3.0"), ("Npgsql.Core", "10.0.0.0"));

    [Test]
    public void Family_in_two_versions_is_named_with_its_members()
    {
        var family = MixedFamily.Of([Mixed], [Whole])!;

        family.Name.Should().Be("Microsoft.IdentityModel");
        CauseWords.Of(family).Should().Be("Microsoft.IdentityModel in several versions: Microsoft.IdentityModel.JsonWebTokens 7.7.3.0, Microsoft.IdentityModel.Tokens 8.19.2.0");
    }

    [Test]
    public void Family_in_one_version_is_none() => MixedFamily.Of([Whole], []).Should().BeNull();

    [Test]
    public void Mixture_that_works_elsewhere_is_no_cause() => MixedFamily.Of([Mixed], [Mixed]).Should().BeNull();

    private static ImmutableSortedDictionary<string, string> Libraries(params (string Name, string Version)[] libraries) =>
        libraries.ToImmutableSortedDictionary(library => library.Name, library => library.Version, StringComparer.Ordinal);
}
