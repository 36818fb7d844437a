namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>A valid scenario on images of strangers: every key of a service that the shop of <see cref="ScenarioFixture"/> does without.</summary>
internal static class ImageSystem
{
    public const string Scenario = """
        scenario: images-upgrade
        title: A stranger's web server is upgraded
        intent: protect
        system: systems/shop.system.yaml
        stage:
          database: { instances: 1, release: "15" }
          web: { instances: 2, release: "1.27" }
        upgrade:
          service: web
          to: { release: "1.28" }
        traffic:
          service: web
          rate: 100/s
          requests: [GET /]
        steps:
          - upgrade: {}
          - watch: { for: 5 min }
        on-page:
          - roll-back: {}
          - restart: {}
        expect:
          - name: Right
            phase: upgraded
            answers: { right: true }
            share: 100 %
          - name: Healthy
            phase: upgraded
            health: { status: 200 }
            share: 100 %

        """;

    public const string System = """
        system: images
        credentials:
          password: { header: X-Password, generated: true }
        services:
          web:
            releases:
              "1.27":
                image: "nginx:1.27"
                local: { command: [/usr/sbin/nginx, -p, "{work}", -c, "{files.conf}", -g, "env PORT={listen.http.port};"], requires: [/usr/sbin/nginx] }
              "1.28": { dockerfile: images/web/Dockerfile }
            needs: [database]
            start:
              port: 80
              arguments: [-q]
              environment:
                DATABASE: "postgres://{services.database.host}:{services.database.port}/shop"
                PASSWORD: "{credentials.password}"
              files:
                conf: { source: images/nginx.conf, at: /etc/nginx/nginx.conf }
              stop-within: 5s
            container: { user: "101:101", memory: 256 MiB, processes: 100, read-only: false, writable: [/var/cache/nginx] }
            ready: { path: /ready, within: 50s }
            health: { path: /health, every: 500ms }
            attest: { path: /, release-header: X-Version }
          database:
            releases:
              "15":
                image: "registry.example:5000/postgres:15"
                local:
                  command: [/usr/lib/postgresql/15/bin/postgres, -D, "{work}", -p, "{listen.http.port}"]
                  requires: [/usr/lib/postgresql/15/bin/postgres]
            start: { port: 5432 }
            ready: { log: 'ready to accept (TCP )?connections', within: 40s }
            attest: { command: [postgres, --version], pattern: 'PostgreSQL\) (\d+)' }
          cache:
            releases:
              "6": { image: "redis:6" }
              "7": { image: "redis:7" }
            start: { port: 6379 }
            ready: { port: true }
            attest: { digest: true }
          admin:
            releases: { "1.0": { project: shop/Release1.csproj } }
            start: { environment: { URLS: "{listen.http}" } }
            ready: { path: /ready }
            attest: { path: /version, release: /release }
          portal:
            platforms: { "1": { project: shop/Platform1.csproj } }
            releases: { "1.0": { project: shop/Release1.csproj } }
            start: { environment: { URLS: "{listen.http}", RELEASE: "{release.path}" } }
            ready: { path: /ready }
            attest: { path: /version, release-header: X-Release, platform-header: X-Platform }

        """;

    /// <summary>Puts it in the place of the shop.</summary>
    public static void Write(ScenarioFixture fixture)
    {
        fixture.Write(ScenarioFixture.ScenarioFile, Scenario);
        fixture.Write(ScenarioFixture.SystemFile, System);
        fixture.Write("scenarios/systems/images/web/Dockerfile", "FROM nginx:1.28\n");
        fixture.Write("scenarios/systems/images/nginx.conf", "events {}\n");
    }
}
