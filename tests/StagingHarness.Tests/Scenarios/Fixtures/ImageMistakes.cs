using static StagingHarness.Tests.Scenarios.Fixtures.ScenarioFixture;

namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>Mistakes that an author makes with images: one for each rule and each wording of its message.</summary>
internal static class ImageMistakes
{
    public static IReadOnlyList<Mistake> All { get; } = [.. Shape(), .. Values(), .. Services(), .. Placeholders(), .. Scenarios()];

    private static IEnumerable<Mistake> Shape() =>
    [
        new("SH0010", "a text where a command is wanted", In("[postgres, --version]", "postgres --version")),
        new("SH0011", "a file without its place", In(", at: /etc/nginx/nginx.conf }", " }")),
        new("SH0011", "a local start without its command", In("command: [/usr/sbin/nginx, -p, \"{work}\", -c, \"{files.conf}\", -g, \"env PORT={listen.http.port};\"], ", "")),
        new("SH0011", "the platform is not attested", In("release-header: X-Release, platform-header: X-Platform", "release: /release")),
        new("SH0011", "the header of the platform is missing", In(", platform-header: X-Platform", "")),
        new("SH0012", "a local start of a project", In("{ project: shop/Release1.csproj } }\n    start: { environment: { URLS: \"{listen.http}\" }", "{ project: shop/Release1.csproj, local: { command: [x] } } }\n    start: { environment: { URLS: \"{listen.http}\" }")),
        new("SH0012", "keys of other kinds of attestation", In("pattern: 'PostgreSQL\\) (\\d+)'", "path: /version")
            .And("digest: true", "digest: true, path: /")
            .And("release: /release }", "release: /release, platform-header: X-Platform }")
            .And("release-header: X-Release, platform-header: X-Platform", "release-header: X-Release, platform: /platform, libraries: /libraries")),
        new("SH0012", "keys that belong further below", In("    needs: [database]\n", "    port: 80\n    environment: {}\n    image: nginx\n    needs: [database]\n")),
        new("SH0012", "misspelt keys of a service hide nothing else", In("    platforms: {", "    platfroms: {").And("    health: { path", "    helth: { path")),
        new("SH0014", "a service that is never ready", In("ready: { port: true }", "ready:")),
        new("SH0015", "a release of nothing", In("{ image: \"redis:6\" }", "{}")),
        new("SH0015", "an attestation of nothing", In("path: /, release-header: X-Version", "path: /")),
        new("SH0015", "a readiness of nothing", In("ready: { port: true }", "ready: { within: 5s }")),
        new("SH0016", "an image from a Dockerfile", In("image: \"redis:6\"", "image: \"redis:6\", dockerfile: images/web/Dockerfile")),
        new("SH0016", "ready twice", In("ready: { port: true }", "ready: { port: true, log: ready }")),
        new("SH0018", "empty parts", In("[postgres, --version]", "[]").And("{ user: \"101:101\", memory: 256 MiB, processes: 100, read-only: false, writable: [/var/cache/nginx] }", "{}")),
        new("SH0019", "a path and a need stand twice", In("[/var/cache/nginx]", "[/var/cache/nginx, /var/cache/nginx]").And("needs: [database]", "needs: [database, database]")),
        new("SH0019", "two files at one place", In("      files:\n", "      files:\n        other: { source: images/nginx.conf, at: /etc/nginx/nginx.conf }\n")),
    ];

    private static IEnumerable<Mistake> Values() =>
    [
        new("SH0020", "texts of a container", In("user: \"101:101\"", "user: \"the web\"")
            .And("image: \"nginx:1.27\"", "image: Nginx:1.27")
            .And("memory: 256 MiB", "memory: plenty")
            .And("at: /etc/nginx/nginx.conf", "at: /etc/../nginx.conf")
            .And("release-header: X-Version", "release-header: X Version")),
        new("SH0020", "images with a broken tag, digest and name", In("redis:6", "redis:").And("redis:7", "redis@sha256:12").And("postgres:15", "-postgres:15")),
        new("SH0020", "regular expressions", In("'ready to accept (TCP )?connections'", "'ready (to accept'").And("'PostgreSQL\\) (\\d+)'", "'[PostgreSQL'")),
        new("SH0020", "a pattern without a group, and an empty one", In("(\\d+)'", "\\d+'").And("'ready to accept (TCP )?connections'", "''")),
        new("SH0020", "commands without a program", In("[postgres, --version]", "[\"\", --version]").And("command: [/usr/sbin/nginx,", "command: [\"\",")),
        new("SH0021", "memory without a unit", In("memory: 256 MiB", "memory: 256")),
        new("SH0021", "memory in another unit", In("memory: 256 MiB", "memory: 256 MB")),
        new("SH0023", "less than a container can be given", In("memory: 256 MiB", "memory: 5 MiB").And("processes: 100", "processes: 0").And("port: 80\n", "port: 0\n")),
        new("SH0023", "more than a machine has", In("memory: 256 MiB", "memory: 2000 GiB").And("processes: 100", "processes: 1000000").And("port: 80\n", "port: 65536\n")),
        new("SH0025", "a Dockerfile and a file outside the root", In("images/web/Dockerfile", "../../../Dockerfile").And("source: images/nginx.conf", "source: ../../../nginx.conf")),
        new("SH0027", "paths that are not absolute", In("at: /etc/nginx/nginx.conf", "at: nginx.conf").And("[/var/cache/nginx]", "[cache]").And("requires: [/usr/sbin/nginx]", "requires: [nginx]")),
    ];

    private static IEnumerable<Mistake> Services() =>
    [
        new("SH0030", "a need that is misspelt", In("needs: [database]", "needs: [databse]").And("{services.database.host}:{services.database.port}", "")),
        new("SH0042", "a platform that is an image", In("platforms: { \"1\": { project: shop/Platform1.csproj } }", "platforms: { \"1\": { image: \"nginx:1.27\" } }")),
        new("SH0042", "releases that no platform loads", In("    needs: [database]\n", "    needs: [database]\n    platforms: { \"1\": { project: shop/Platform1.csproj } }\n")),
        new("SH0043", "a service needs itself", In("needs: [database]", "needs: [database, web]")),
        new("SH0043", "three services need each other", In("  database:\n    releases:", "  database:\n    needs: [cache]\n    releases:").And("  cache:\n    releases:", "  cache:\n    needs: [web]\n    releases:")),
        new("SH0044", "a Dockerfile and a file", In("images/web/Dockerfile", "images/web/Dockerfil").And("source: images/nginx.conf", "source: images/apache.conf")),
        new("SH0045", "a command, and a digest, of a service with platforms", In("{ path: /version, release-header: X-Release, platform-header: X-Platform }", "{ command: [x] }")
            .And("  cache:\n    releases:", "  cache:\n    platforms: { \"1\": { project: shop/Platform1.csproj } }\n    releases:")),
        new("SH0046", "one image under two names", In("redis:7", "redis:6")),
        new("SH0046", "one Dockerfile under two names", In("image: \"redis:6\"", "dockerfile: images/web/Dockerfile").And("image: \"redis:7\"", "dockerfile: images/../images/web/Dockerfile")),
        new("SH0048", "a service that is named like the gateway", In("  cache:\n", "  gateway:\n")),
        new("SH0048", "a platform that is named like none", In("platforms: { \"1\":", "platforms: { none:")),
        new("SH0071", "the platform of a service without platforms is attested", In("release: /release }", "release: /release, platform: /platform }").And("release-header: X-Version }", "release-header: X-Version, platform-header: X-Platform }")),
        new("SH0071", "truths that deny everything", In("digest: true", "digest: false").And("port: true", "port: false")),
        new("SH0071", "the port of a project", In("start: { environment: { URLS: \"{listen.http}\" } }", "start: { port: 8080, environment: { URLS: \"{listen.http}\" } }")),
    ];

    private static IEnumerable<Mistake> Placeholders() =>
    [
        new("SH0034", "a service that is not needed", In("needs: [database]", "needs: []")),
        new("SH0034", "a service that does not exist, and a file like another", In("{services.database.host}", "{services.databse.host}").And("{files.conf}", "{files.cnf}")),
        new("SH0034", "folders that an image does not have", In("[-q]", "[\"{release.path}\", \"{platform.path}\"]")),
        new("SH0040", "an image that is not told where to listen", In("start: { port: 6379 }", "start: { arguments: [\"{listen.http.host}\"] }")),
        new("SH0040", "a project that is not told where to listen", In("start: { environment: { URLS: \"{listen.http}\" } }", "start: {}")),
        new("SH0040", "a local program that is not told where to listen", In(", -p, \"{listen.http.port}\"]", "]")),
        new("SH0041", "a secret in a local command", In("-p, \"{work}\"", "-p, \"{credentials.password}\"")),
    ];

    private static IEnumerable<Mistake> Scenarios() =>
    [
        new("SH0011", "a stage without the platform that a service has", fixture => fixture.Replace(ScenarioFile, ", platform: \"1\" }", " }")),
        new("SH0020", "a platform of the stage that is no name", fixture => fixture.Replace(ScenarioFile, ", platform: \"1\" }", ", platform: \"a b\" }")),
        new("SH0032", "platforms of a service without any", In("release: \"1.27\" }", "release: \"1.27\", platform: \"1\" }").And("to: { release: \"1.28\" }", "to: { release: \"1.28\", platform: \"1\" }")),
        new("SH0036", "what a service needs is not there", In("  database: { instances: 1, release: \"15\" }\n", "")),
        new("SH0047", "health of a service without a health check", In("    health: { path: /health, every: 500ms }\n", "")),
        new("SH0001", "a scenario that is a program", fixture => File.WriteAllBytes(fixture.PathOf(ScenarioFile), [0x7f, .. "ELF"u8, 2, 1, 1, 0, 0, 0xff])),
        new("SH0001", "a system in another encoding", fixture => File.WriteAllBytes(fixture.PathOf(SystemFile), [.. "system: b"u8, 0xfc, .. "ro\n"u8])),
        new("SH0002", "bells and colours of a terminal", fixture => fixture.Write(ScenarioFile, "scenario: \u001b[31m\u0007shop: [\n")),
        new("SH0012", "a key that moves the cursor", fixture => fixture.Replace(ScenarioFile, "seed: 7", "\"se\\u001b[2Jed\": 7")),
        new("SH0020", "a line as long as a book", fixture => fixture.Replace(ScenarioFile, "tags: [shop]", $"tags: [{string.Join(", ", Enumerable.Range(1, 60).Select(number => $"tag-{number}"))}, Shop, {string.Join(", ", Enumerable.Range(61, 60).Select(number => $"tag-{number}"))}]")),
    ];

    private static Action<ScenarioFixture> In(string text, string replacement) => ((Action<ScenarioFixture>)ImageSystem.Write).And(text, replacement);
}
