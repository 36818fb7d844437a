using StagingHarness.Generator.Sending;

namespace StagingHarness.Tests.Generator.Sending;

/// <summary>Notes what is sent, and answers at once.</summary>
internal sealed class FakeStepSender(SlotPool slots) : IStepSender
{
    public List<int> Sent { get; } = [];

    /// <summary>Route whose answer is wrong.</summary>
    public int? WrongAt { get; init; }

    /// <summary>Route whose slot is never given back.</summary>
    public int? KeepsSlotAt { get; init; }

    public Action OnSend { get; set; } = () => { };

    public Task<bool> SendAsync(ConnectionSlot slot, RequestTemplate template, VirtualClient client, long sequence, long due)
    {
        OnSend();
        Sent.Add(template.Route);
        if (KeepsSlotAt != template.Route)
        {
            slots.Return(slot);
        }

        return Task.FromResult(WrongAt != template.Route);
    }
}
