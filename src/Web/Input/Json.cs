using System.Collections;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Web.Input;

/// <summary>How the API writes and reads JSON. What the types do not allow is refused while reading, so that no handler meets it.</summary>
public static class Json
{
    public static IServiceCollection AddJson(this IServiceCollection services) => services.ConfigureHttpJsonOptions(http =>
    {
        var options = http.SerializerOptions;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new PlainText());
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver());
        for (var place = 0; place < options.TypeInfoResolverChain.Count; place++)
            options.TypeInfoResolverChain[place] = options.TypeInfoResolverChain[place].WithAddedModifier(RefuseNullElements);
    });

    /// <summary>Nullable annotations are not looked at inside of lists, so [null] would come through where a list of things is due.</summary>
    private static void RefuseNullElements(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;

        var lists = type.Properties.Where(property => property.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(property.PropertyType)).ToList();
        if (lists.Count == 0) return;

        type.OnDeserialized += read =>
        {
            foreach (var list in lists)
            {
                if (list.Get?.Invoke(read) is IEnumerable elements && elements.Cast<object?>().Contains(null))
                    throw new JsonException($"A list holds null: {list.Name}.");
            }
        };
    }

    /// <summary>Text composed as Vietnamese is searched and compared (NFC), and without the null character, which not every database can keep.</summary>
    private sealed class PlainText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.GetString();

            return text?.Contains('\0') is true ? throw new JsonException("A text holds the null character.") : text?.Normalize(NormalizationForm.FormC);
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

        public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString() ?? "";

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
    }
}
