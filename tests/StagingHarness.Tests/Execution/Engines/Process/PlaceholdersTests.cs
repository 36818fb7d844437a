using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Process;

namespace StagingHarness.Tests.Execution.Engines.Process;

public sealed class PlaceholdersTests
{
    private static readonly ImmutableSortedDictionary<string, Uri> Listeners = ImmutableSortedDictionary<string, Uri>.Empty
        .Add("http", new Uri("http://127.0.0.1:5001"))
        .Add("control", new Uri("http://127.0.0.1:5002"));

    [TestCase("{listen.http}", "http://127.0.0.1:5001")]
    [TestCase("{stage.http}", "http://127.0.0.1:5001")]
    [TestCase("{listen.control.host}", "127.0.0.1")]
    [TestCase("{listen.control.port}", "5002")]
    [TestCase("{release.path}", "/run/servers/a/1/release")]
    [TestCase("{platform.path}", "/run/servers/a/1/platform")]
    [TestCase("{listen.http};{listen.http}/x", "http://127.0.0.1:5001;http://127.0.0.1:5001/x")]
    [TestCase("{listen.other} {\"json\": 1}", "{listen.other} {\"json\": 1}")]
    public void Text_is_filled_in(string text, string filled) =>
        new Placeholders(Listeners, new PlacementFolder("/run/servers/a/1")).Fill(text).Should().Be(filled);

    [Test]
    public void Own_program_has_no_paths_of_a_version() =>
        new Placeholders(Listeners, folder: null).Fill("{release.path}").Should().Be("{release.path}");
}
