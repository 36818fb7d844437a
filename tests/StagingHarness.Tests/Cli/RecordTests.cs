using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Cli;
using StagingHarness.TestKit.Files;

namespace StagingHarness.Tests.Cli;

/// <summary>What <c>stage record</c> refuses before it listens.</summary>
public sealed class RecordTests
{
    [TestCase("ftp://real.example", "a URL is written like 'https://real.example'")]
    [TestCase("https://user:word@real.example", "without user and query")]
    [TestCase("https://real.example?key=1", "without user and query")]
    public async Task Third_party_that_is_no_plain_url_is_refused(string to, string said) =>
        (await RefusedAsync("record", "--to", to, "--out", "x")).Should().Contain(said);

    [TestCase("--for", "10", "'10' is no time; write it like '30s', '10min' or '1h', a day at most")]
    [TestCase("--for", "25h", "'25h' is no time")]
    [TestCase("--for", "0s", "'0s' is no time")]
    [TestCase("--calls", "0", "'--calls' is a number from 1 to 100000, and '0' is none")]
    [TestCase("--body-size", "many", "'--body-size' is a number from 1 to 4194304, and 'many' is none")]
    [TestCase("--listen", "https://127.0.0.1:8099", "nobody can listen at 'https://127.0.0.1:8099/'; write it like 'http://127.0.0.1:8099'")]
    [TestCase("--listen", "http://127.0.0.1:8099/path", "write it like 'http://127.0.0.1:8099'")]
    public async Task Bound_that_is_none_is_refused(string option, string value, string said) =>
        (await RefusedAsync("record", "--to", "https://real.example", "--out", "x", option, value)).Should().Contain(said);

    [Test]
    public async Task File_that_is_there_is_kept()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "recorded.json");
        await File.WriteAllTextAsync(file, "mine");

        (await RefusedAsync("record", "--to", "https://real.example", "--out", folder.Path)).Should().Contain("is there already, and nothing was recorded");

        (await File.ReadAllTextAsync(file)).Should().Be("mine");
    }

    [Test]
    public async Task Empty_folder_name_is_refused() =>
        (await RefusedAsync("record", "--to", "https://real.example", "--out", "")).Should().Contain("stage: no folder was named, and nothing was recorded; name one, '.' for this one");

    private static async Task<string> RefusedAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        (await StageCommandLine.RunAsync(arguments, output, error)).Should().Be(2);
        output.ToString().Should().BeEmpty();
        return error.ToString();
    }
}
