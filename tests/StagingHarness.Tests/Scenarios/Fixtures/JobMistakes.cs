using static StagingHarness.Tests.Scenarios.Fixtures.ScenarioFixture;

namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>Mistakes about jobs, in the system and in the step that runs one.</summary>
internal static class JobMistakes
{
    private const string Migrate = """
          database:
            releases: { "15": { image: "postgres:15" } }
            start: { port: 5432 }
            ready: { port: true }
            attest: { digest: true }
        jobs:
          migrate:
            runs: { release: "15", of: database }
            needs: [portal]
            command: [psql, --file, "{files.sql}"]
            environment: { KEY: "{credentials.api-key}", HOST: "{services.portal.host}" }
            files: { sql: { source: shop/migrate.sql, at: /stage/migrate.sql } }
            within: 10s

        """;

    private const string Watch = "  - watch: { for: 15 min }\n";

    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("SH0112", "a job that is misspelt", With("migrate:", "migrates:")),
        new("SH0112", "a job of a system without jobs", fixture => fixture.Replace(ScenarioFile, Watch, $"  - job: {{ name: migrate }}\n{Watch}")),
        new("SH0113", "a release that platforms load", With("release: \"15\", of: database", "release: \"1.0\", of: portal")),
        new("SH0031", "a job of a release that is not there", With("release: \"15\"", "release: \"16\"")),
        new("SH0030", "a job of a service, and a need, that are not there", With("of: database", "of: databse").And("needs: [portal]", "needs: [portl]")),
        new("SH0036", "a job without what it needs", With("needs: [portal]", "needs: [portal, database]")),
        new("SH0071", "a project is run by its own program", With("runs: { release: \"15\", of: database }", "runs: { project: shop/Release1.csproj }")),
        new("SH0034", "what a job does not know", With("\"{services.portal.host}\"", "\"{listen.http} {services.database.port} {release.path} {files.sq}\"")),
        new("SH0041", "a secret in a command", With("\"{files.sql}\"]", "\"{credentials.api-key}\"]")),
        new("SH0044", "a job with a file that is not there", With("source: shop/migrate.sql", "source: shop/other.sql")),
        new("SH0020", "a command without a program", With("[psql,", "[\"\",")),
        new("SH0015", "a job of nothing", With("runs: { release: \"15\", of: database }", "runs: {}")),
        new("SH0011", "a release of no service, and a step without its job", With("release: \"15\", of: database", "release: \"15\"").And("{ name: migrate }", "{}")),
    ];

    private static Action<ScenarioFixture> With(string text, string replacement) => fixture =>
    {
        fixture.Write("scenarios/systems/shop/migrate.sql", "SELECT 1;\n");
        fixture.Write(SystemFile, ScenarioFixture.System + Migrate);
        fixture.Replace(SystemFile, text, replacement);
        fixture.Replace(ScenarioFile, Watch, $"  - job: {{ name: migrate }}\n{Watch}");
    };
}
