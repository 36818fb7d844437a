using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Process;

namespace StagingHarness.Tests.Execution.Engines.Process;

public sealed class PlaceholdersTests
{
    private static readonly ImmutableSortedDictionary<string, Uri> Listeners = ImmutableSortedDictionary<string, Uri>.Empty
        .Add("http", new Uri("http://127.0.0.1:5001"))
        .Add("secured", new Uri("https://127.0.0.1:5003"))
        .Add("control", new Uri("http://127.0.0.1:5002"));

    private static readonly InstanceFolder Own = new(
        "/tmp/a.1/work", ImmutableSortedDictionary<string, string>.Empty.Add("settings", "/tmp/a.1/files/settings/postgresql.conf"))
    {
        Texts = ImmutableSortedDictionary<string, string>.Empty.Add("ca", "/tmp/a.1/stage/ca.pem"),
    };

    [TestCase("{listen.http}", "http://127.0.0.1:5001")]
    [TestCase("{stage.http}", "http://127.0.0.1:5001")]
    [TestCase("{listen.secured} {stage.secured} {stage.ca}", "http://127.0.0.1:5003 https://127.0.0.1:5003 /tmp/a.1/stage/ca.pem")]
    [TestCase("-D {work}/data", "-D /tmp/a.1/work/data")]
    [TestCase("{files.settings} {files.other}", "/tmp/a.1/files/settings/postgresql.conf {files.other}")]
    [TestCase("{listen.control.host}", "127.0.0.1")]
    [TestCase("{listen.control.port}", "5002")]
    [TestCase("{release.path}", "/run/servers/a/1/release")]
    [TestCase("{platform.path}", "/run/servers/a/1/platform")]
    [TestCase("{listen.http};{listen.http}/x", "http://127.0.0.1:5001;http://127.0.0.1:5001/x")]
    [TestCase("{listen.other} {\"json\": 1}", "{listen.other} {\"json\": 1}")]
    public void Text_is_filled_in(string text, string filled) =>
        new Placeholders(Listeners, Own, new PlacementFolder("/run/servers/a/1")).Fill(text).Should().Be(filled);

    [Test]
    public void Own_program_has_no_paths_of_a_version() =>
        new Placeholders(Listeners, Own, folder: null).Fill("{release.path}").Should().Be("{release.path}");
}
