using System.Text.Json;
using System.Text.RegularExpressions;

namespace Attest.Tests.Publishing;

/// <summary>The keywords of JSON Schema 2020-12 that our schemas use. An unknown keyword is an error: it would silently check nothing.</summary>
internal sealed class Schema
{
    private readonly JsonElement root;

    private Schema(JsonElement root) => this.root = root;

    public static Schema Load(string name)
    {
        using var stream = typeof(Schema).Assembly.GetManifestResourceStream(name)!;
        return new(JsonDocument.Parse(stream).RootElement.Clone());
    }

    /// <summary>What is wrong with a document: path and rule; empty when it keeps to the schema.</summary>
    public IReadOnlyList<string> Errors(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var errors = new List<string>();
        Check(root, document.RootElement, "$", errors);
        return errors;
    }

    private void Check(JsonElement schema, JsonElement value, string path, List<string> errors)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            if (!Holds(keyword.Name, keyword.Value, schema, value, path, errors))
                errors.Add($"{path}: {keyword.Name} {keyword.Value.GetRawText()} does not hold for {value.GetRawText()[..Math.Min(60, value.GetRawText().Length)]}");
        }
    }

    private bool Holds(string keyword, JsonElement rule, JsonElement schema, JsonElement value, string path, List<string> errors)
    {
        switch (keyword)
        {
            case "$schema" or "$defs" or "title" or "description":
                return true;
            case "$ref":
                Check(root.GetProperty("$defs").GetProperty(rule.GetString()!["#/$defs/".Length..]), value, path, errors);
                return true;
            case "type":
                return rule.GetString() switch
                {
                    "object" => value.ValueKind == JsonValueKind.Object,
                    "array" => value.ValueKind == JsonValueKind.Array,
                    "string" => value.ValueKind == JsonValueKind.String,
                    "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
                    "number" => value.ValueKind == JsonValueKind.Number,
                    "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
                    var other => throw new NotSupportedException(other),
                };
            case "const":
                return JsonElement.DeepEquals(rule, value);
            case "enum":
                return rule.EnumerateArray().Any(e => JsonElement.DeepEquals(e, value));
            case "required":
                return value.ValueKind == JsonValueKind.Object && rule.EnumerateArray().All(n => value.TryGetProperty(n.GetString()!, out _));
            case "properties":
                foreach (var property in value.EnumerateObject())
                    if (rule.TryGetProperty(property.Name, out var its))
                        Check(its, property.Value, $"{path}.{property.Name}", errors);
                    else
                        errors.Add($"{path}.{property.Name}: not in the schema");
                return true;
            case "items":
                int i = 0;
                foreach (var item in value.EnumerateArray())
                    Check(rule, item, $"{path}[{i++}]", errors);
                return true;
            case "minItems":
                return value.GetArrayLength() >= rule.GetInt32();
            case "pattern":
                return Regex.IsMatch(value.GetString()!, rule.GetString()!, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            case "minimum":
                return value.GetDouble() >= rule.GetDouble();
            case "maximum":
                return value.GetDouble() <= rule.GetDouble();
            case "exclusiveMinimum":
                return value.GetDouble() > rule.GetDouble();
            case "exclusiveMaximum":
                return value.GetDouble() < rule.GetDouble();
            default:
                throw new NotSupportedException(keyword);
        }
    }
}
