using System.Text.Json.Serialization;

namespace PriceDesk;

/// <summary>What the rates API answers: its version 1 a number, its version 2 a text, so that no digit is lost on the way.</summary>
internal sealed record Rate(
    string Base, string Quote, [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] decimal Value);
