using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Attest.Web.Server;

/// <summary>What the API's description (OpenAPI) says beside its addresses: what it is, and what a token is asked for.</summary>
internal static class ApiDescription
{
    private const string Scheme = "token";

    /// <summary>Completes the description that the routes give.</summary>
    public static void Complete(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Attest",
                Version = "v1",
                Description = "Stories, the claims that reports make, the evidence behind each, and how far it is borne out. Whatever reads is public; whatever writes asks for the token that the first start printed.",
            };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "Authorization: Bearer TOKEN" };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (NeedsToken(operation))
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] }];
            return Task.CompletedTask;
        });
    }

    /// <summary>Whether an operation asks for the token.</summary>
    public static bool NeedsToken(OpenApiOperation operation) => operation.Responses?.ContainsKey("401") == true;
}
