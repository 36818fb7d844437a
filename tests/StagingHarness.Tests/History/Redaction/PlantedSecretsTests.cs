using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.History.Journal;
using StagingHarness.History.Redaction;
using StagingHarness.History.Runs;
using StagingHarness.Reporting.Formats;
using StagingHarness.Reporting.Runs;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Files;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts;

namespace StagingHarness.Tests.History.Redaction;

/// <summary>Secrets are planted everywhere that a run writes to, and none is found in anything that is left of it.</summary>
public sealed class PlantedSecretsTests
{
    private const string Known = "k5-known-to-the-harness";
    private const string Token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJwb3J0YWwifQ.c2lnbmF0dXJlLW9mLXRva2Vu";
    private const string Cookie = "session-cookie-4711";
    private const string Client = "client-secret-4712";
    private const string InUrl = "url-password-4713";
    private const string InBody = "body-password-4714";

    private static readonly string Planted =
        $"Authorization: Bearer {Token}; key {Known}\n"
        + $"Set-Cookie: sid={Cookie}; path=/\nPOST /token?client_id=portal&client_secret={Client}&grant_type=x\n"
        + $"connected to postgres://app:{InUrl}@database:5432/orders\nbody {{\"user\":\"app\",\"password\":\"{InBody}\"}}";

    private static readonly string[] Secrets = [Known, Token, Cookie, Client, InUrl, InBody];

    [Test]
    public void No_artifact_holds_a_planted_secret()
    {
        using var folder = new TemporaryFolder();
        var run = new RunFolder(folder.Path);
        var redactor = new Redactor();
        redactor.Learn(Known);
        WriteRun(run, redactor);
        LogRedaction.Apply(run.Logs, redactor);
        File.WriteAllText(run.Source, redactor.Of($"scenario: gate\n# {Planted.ReplaceLineEndings("\n# ")}\n"));
        var report = RunReport.Of(Judge.Assess(RunReader.Read(run)));
        foreach (var format in Enum.GetValues<ReportFormat>())
        {
            File.WriteAllText(Path.Combine(folder.Path, ReportFormats.FileName(format)), ReportFormats.Print(report, format));
        }

        var files = Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories);

        files.Should().HaveCountGreaterThan(Enum.GetValues<ReportFormat>().Length + 2);
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            Secrets.Where(secret => text.Contains(secret, StringComparison.Ordinal)).Should().BeEmpty("of '{0}'", Path.GetFileName(file));
        }

        File.ReadAllText(run.Journal).Should().Contain(Redactor.Mark);
        File.ReadAllText(Path.Combine(run.Logs, "portal-1.2.log")).Should().Contain(Redactor.Mark);
        ReportFormats.Print(report, ReportFormat.Html).Should().Contain(Redactor.Mark);
    }

    [Test]
    public void Observer_sees_what_is_written()
    {
        using var folder = new TemporaryFolder();
        JournalEvent? seen = null;
        using var journal = new JournalWriter(Path.Combine(folder.Path, "journal.ndjson"), () => TimeSpan.Zero, written => seen = written, new Redactor());

        journal.Append(new Noted { Text = Planted });

        seen.Should().BeOfType<Noted>().Which.Text.Should().NotContain(Token).And.NotContain(Client).And.Contain("POST /token?client_id=portal");
    }

    [TestCase("password reset was asked for by 12 users")]
    [TestCase("http://portal:8080/api/account answered 500")]
    [TestCase("Bearer error=\"invalid_token\"")]
    [TestCase("5 of 5 tokens were refreshed")]
    public void What_is_no_secret_stays(string text) => new Redactor().Of(text).Should().Be(text);

    [Test]
    public void Every_log_that_cannot_be_cleaned_is_told()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in (string[])["portal-1.1", "portal-2.1"])
        {
            File.WriteAllText(Path.Combine(folder.Path, $"{name}.log"), Planted);
            Directory.CreateDirectory(Path.Combine(folder.Path, $"{name}.log.clean"));
        }

        FluentActions.Invoking(() => LogRedaction.Apply(folder.Path, new Redactor()))
            .Should().Throw<IOException>().WithMessage("*portal-1.1.log.clean*").WithMessage("*portal-2.1.log.clean*");
    }

    [Test]
    public void Log_without_a_secret_stays_as_it_is_to_the_byte()
    {
        using var folder = new TemporaryFolder();
        var log = Path.Combine(folder.Path, "portal-1.1.log");
        File.WriteAllText(log, "no end of line\r\nis changed");

        LogRedaction.Apply(folder.Path, new Redactor());

        File.ReadAllText(log).Should().Be("no end of line\r\nis changed");
    }

    /// <summary>A run that failed, with the planted text in each kind of event that quotes an app, and in a log.</summary>
    private static void WriteRun(RunFolder run, Redactor redactor)
    {
        Directory.CreateDirectory(run.Logs);
        var record = ReportRuns.Failed
            .With(new InstanceDied { At = TimeSpan.FromSeconds(9.2), Instance = "portal-1", Generation = 2, ExitCode = 1, LastOutput = [.. Planted.Split('\n')] })
            .With(new Noted { At = TimeSpan.FromSeconds(9.3), Text = Planted })
            .Change<StepCompleted>(completed => completed.Step == "5" ? completed with { Receipt = Planted } : completed)
            .With(BrowserRun.Journey(1, 9.1, 500) with { Why = Planted, Seen = Planted })
            .WithPlan(plan => plan with { Traffic = plan.Traffic with { Browser = [FakeBrowser.Journey(1)] } })
            .Change<PageSent>(page => page with { Summary = Planted })
            .Change<ProviderRead>(read => read with { UnmatchedCount = 1, Unmatched = [$"POST /token?client_secret={Client}"], StubErrors = [Planted] });
        var at = TimeSpan.Zero;
        using (var journal = new JournalWriter(run.Journal, () => at, _ => { }, redactor))
        {
            foreach (var happened in record.Events)
            {
                at = happened.At;
                journal.Append(happened);
            }
        }

        var time = record.Start.StartedAt + TimeSpan.FromSeconds(9.2);
        File.WriteAllLines(
            Path.Combine(run.Logs, "portal-1.2.log"),
            Planted.Split('\n').Select(line => $"{time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'} out {line}"));
    }
}
