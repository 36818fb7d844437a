namespace StagingHarness.Scaffolding;

/// <summary>The template of a gate.</summary>
internal static class GateText
{
    public static string Write(ScaffoldFacts facts)
    {
        var health = facts.Service.Health is null
            ? ""
            : """
                - name: Health stays green
                  phase: upgraded
                  health: { status: 200 }
                  share: 100 %
                  samples: 20

              """;
        return $$"""
            {{Modelines.Of(facts.SchemaPath)}}
            # What is about to go to production goes through here first. It passes (SAFE) only when the upgrade breaks nothing.
            scenario: {{facts.Name}}
            title: {{facts.Service.Name}} goes to {{facts.To}} and no request breaks
            intent: protect
            tags: [gate]
            system: {{facts.SystemPath}}

            {{StageText.Stage(facts)}}
            {{StageText.Upgrade(facts)}}
            {{StageText.Traffic(facts)}}
            steps:
              - upgrade: {}
              - watch: { for: 5 min }   # 5 s: a minute of the scenario takes a second, unless 'clock' says otherwise

            # A page means that the upgrade is refused; the way back is rehearsed at once.
            on-page:
              - roll-back: {}
              - restart: {}
              - watch: { for: 2 min }

            expect:
              - name: Every request is answered rightly before, during and after the upgrade
                phase: [baseline, staging, upgrade, upgraded]
                answers: { right: true }
                share: 100 %
                samples: 300
              - name: Every server answers rightly with the new version
                phase: upgraded
                answers: { right: true, by: app }
                share: 100 %
                samples: 200
                samples-per-instance: 50
            {{health}}  - name: Nobody is paged
                page: none
                samples: 300

            """;
    }
}
