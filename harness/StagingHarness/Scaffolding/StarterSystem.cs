namespace StagingHarness.Scaffolding;

/// <summary>A small system file to fill in, for a repository that has none yet.</summary>
internal static class StarterSystem
{
    public static string Write(string name, string schemaPath) => $$"""
        {{Modelines.Of(schemaPath)}}
        # What is under test: name your own images, projects or Dockerfiles. Paths count from this file.
        system: {{name}}

        services:
          web:
            releases:
              "1.27": { image: "nginx:1.27" }
              "1.28": { image: "nginx:1.28" }
            start: { port: 80 }                 # where the image listens by itself
            container: { user: "101:101", writable: [/var/cache/nginx, /run] }
            ready: { path: /, within: 30s }
            attest: { digest: true }            # the image that runs is the one of the release

        """;
}
