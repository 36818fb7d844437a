namespace StagingHarness.Generator.Sending;

/// <summary>Sends one request of a journey, measures it and gives its slot back.</summary>
internal interface IStepSender
{
    /// <returns>Whether it was answered rightly; false as well when it could not be measured.</returns>
    Task<bool> SendAsync(ConnectionSlot slot, RequestTemplate template, VirtualClient client, long sequence, long due);
}
