using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Participation.Web.Accounts;
using Participation.Web.Accounts.OpenId;

namespace Participation.Web.Hosting.Api;

/// <summary>The contract: OpenAPI 3.1 at <c>/openapi/v1.json</c>, made from the endpoints themselves.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";
    public const string Route = "/openapi/{documentName}.json";

    private const string Cookie = "anmeldung";
    private const string Antiforgery = "antiforgery";
    private const string Token = "openid";

    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) => Describe(document));
        options.AddOperationTransformer((operation, context, _) => Secure(operation, context));
        options.AddSchemaTransformer((schema, context, _) => Exemplify(schema, context));
    });

    private static Task Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Mitmachen",
            Version = "1",
            Description = "Ideen, Beiträge, Haltungen, Themen, Stadtteile und Verfahren der Beteiligungsplattform. Gremien, Sitzungen, Vorlagen und Beschlüsse gibt es nach OParl 1.1 unter [/oparl/v1.1/system](/oparl/v1.1/system). Lesen darf jede und jeder, auch aus Skripten anderer Seiten. "
                + "Schreiben geht mit dem Cookie der Anmeldung und dem Kopf „X-Antiforgery“, dessen Wert /api/v1/antiforgery gibt, "
                + "oder mit einem Zugriffszeichen (OAuth 2.0) im Kopf „Authorization: Bearer“. Fehler kommen als application/problem+json "
                + "nach RFC 9457. Jede Antwort auf GET trägt ein ETag. E-Mail-Adressen und wer welche Haltung hat, sind hier nie zu lesen.",
            License = new OpenApiLicense { Name = "European Union Public Licence 1.2", Identifier = "EUPL-1.2" },
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Cookie] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = AccountsSetup.CookieName, Description = "Das Cookie der Anmeldung auf der Website." },
            [Antiforgery] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "X-Antiforgery", Description = "Das Token aus /api/v1/antiforgery." },
            [Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.OAuth2, Description = "Zugriffszeichen einer registrierten Anwendung; siehe /.well-known/openid-configuration.", Flows = Flows() },
        };
        return Task.CompletedTask;
    }

    private static OpenApiOAuthFlows Flows()
    {
        var scopes = new Dictionary<string, string>(StringComparer.Ordinal) { [Scopes.IdeasRead] = "Lesen", [Scopes.IdeasWrite] = "Im Namen der Person schreiben", [Scopes.Moderation] = "Mit der Rolle der Person moderieren" };
        var token = new Uri("/connect/token", UriKind.Relative);
        return new OpenApiOAuthFlows
        {
            AuthorizationCode = new OpenApiOAuthFlow { AuthorizationUrl = new Uri("/connect/authorize", UriKind.Relative), TokenUrl = token, RefreshUrl = token, Scopes = scopes },
            ClientCredentials = new OpenApiOAuthFlow { TokenUrl = token, Scopes = new Dictionary<string, string>(StringComparer.Ordinal) { [Scopes.IdeasRead] = "Lesen" } },
        };
    }

    /// <summary>Writing needs both; the answer to a limit says how long to wait.</summary>
    private static Task Secure(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Microsoft.AspNetCore.Authorization.IAuthorizeData>().Any())
        {
            var both = new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Cookie, context.Document)] = [] };
            if (context.Description.HttpMethod != HttpMethods.Get) both.Add(new OpenApiSecuritySchemeReference(Antiforgery, context.Document), []);
            operation.Security = [both];
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiScope>().LastOrDefault() is { } scope)
                operation.Security.Add(new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, context.Document)] = [scope.Name] });
        }

        if (operation.Responses?.TryGetValue("429", out var limited) == true && limited is OpenApiResponse response)
        {
            response.Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
            {
                ["Retry-After"] = new OpenApiHeader { Description = "Nach so vielen Sekunden geht es weiter.", Schema = new OpenApiSchema { Type = JsonSchemaType.Integer } },
            };
        }

        return Task.CompletedTask;
    }

    private static Task Exemplify(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (context.JsonPropertyInfo is null && ApiExamples.Of(context.JsonTypeInfo.Type) is { } example) schema.Examples = [JsonNode.Parse(example)!];
        return Task.CompletedTask;
    }
}
