using System.Collections.Immutable;
using Newtonsoft.Json;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth;
using StagingHarness.StandIn.Auth.Changes;
using StagingHarness.StandIn.Recording;
using WireMock;
using WireMock.Admin.Mappings;
using WireMock.RequestBuilders;
using WireMock.ResponseProviders;
using WireMock.Server;

namespace StagingHarness.StandIn.Stubs;

/// <summary>
/// Mappings that came from outside, loaded by WireMock's own loader. All sets stand in the server at once, each behind the question whether
/// its turn is now, so that moving from one set to another is one change of the model.
/// </summary>
internal sealed class MappingStubs(WireMockServer server, AuthModel model, CallMoment moment, CallRecorder recorder, TimeProvider timeProvider)
{
    /// <summary>Below the stand-in's own endpoints, which nothing takes away, and above what catches everything else.</summary>
    private const int LeastUrgent = int.MaxValue - 1;

    private ImmutableArray<LoadedMapping> loaded = [];
    private bool isLoaded;

    /// <summary>Before anybody calls.</summary>
    /// <exception cref="FacetException">WireMock does not take one of them, or some were loaded before; the message says which.</exception>
    public void Load(StandInMappings mappings)
    {
        if (isLoaded)
        {
            throw new FacetException("mappings were given before; move to another set by a contract");
        }

        isLoaded = true;
        foreach (var (set, all) in mappings.Contracts.Select(contract => ((string?)contract.Key, contract.Value)).Prepend((null, mappings.Plain)))
        {
            foreach (var mapping in all)
            {
                Add(set, mapping);
            }
        }

        recorder.Know(mappings.ToNames());
        model.Know(mappings);
    }

    /// <summary>Which mapping of the set that holds came nearest, and what of it did not fit; null where there is none.</summary>
    public string? NearMissOf(IRequestMessage request) => NearMiss.Of(
        loaded.Where(mapping => mapping.Set == moment.Settings.Mappings).Select(mapping => (mapping.Name, mapping.Matcher)), request);

    private void Add(string? set, StandInMapping mapping)
    {
        var (matcher, provider, priority) = Convert(mapping);
        loaded = loaded.Add(new LoadedMapping(set, mapping.Name, matcher));
        server.Given(matcher.Add(new MappingSetMatcher(() => moment.Settings.Mappings == set)))
            .AtPriority(Math.Clamp(priority, StubServer.OwnPriority + 1, LeastUrgent))
            .RespondWith(new MappingAnswer(mapping.Name, provider, model, moment, recorder, timeProvider));
    }

    /// <summary>WireMock makes mappings only inside a server; so it is put there, looked at, and taken out again.</summary>
    private (Request Matcher, IResponseProvider Provider, int Priority) Convert(StandInMapping mapping)
    {
        try
        {
            var read = JsonConvert.DeserializeObject<MappingModel>(mapping.Json) ?? throw new JsonSerializationException("It is null.");
            read.Guid = Guid.CreateVersion7(timeProvider.GetUtcNow());
            server.WithMapping(read);
            var made = server.Mappings.Single(one => one.Guid == read.Guid);
            server.DeleteMapping(made.Guid);
            return ((Request)made.RequestMatcher, made.Provider, made.Priority);
        }
#pragma warning disable CA1031 // WireMock throws many kinds, and each means that it does not take this one.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            throw new FacetException($"mapping '{mapping.Name}' cannot be loaded: {exception.Message}");
        }
    }

    private sealed record LoadedMapping(string? Set, string Name, Request Matcher);
}
