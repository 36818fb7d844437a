using System.Text.Json.Nodes;
using StagingHarness.StandIn.Auth.State;

namespace StagingHarness.StandIn.Auth.Tokens;

/// <summary>What is said of a user: the name as subject, and what the user was set up with.</summary>
internal static class UserClaims
{
    /// <summary>The subject alone, where the user is not there any more.</summary>
    public static JsonObject Of(AuthState now, string user) =>
        MergePatch.Apply(new JsonObject { ["sub"] = user }, now.SignIn.Users.GetValueOrDefault(user)?.Claims);
}
