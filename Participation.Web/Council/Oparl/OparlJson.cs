using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Participation.Web.Hosting;

namespace Participation.Web.Council.Oparl;

/// <summary>How objects are written: nothing that is null, umlauts as themselves, instants in the city's time with its offset.</summary>
internal sealed class OparlJson(CityClock clock)
{
    private readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new Instants(clock) },
    };

    /// <summary>UTF-8 without byte order mark.</summary>
    public byte[] Write(object value) => JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), _options);

    private sealed class Instants(CityClock clock) : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(clock.Iso(value));
    }
}
