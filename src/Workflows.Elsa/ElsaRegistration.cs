using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Workflows.Engine;

namespace Workflows.Elsa;

public static class ElsaRegistration
{
    /// <summary>Elsa carries the reports, beside the record. To be called after <see cref="WorkflowsRegistration.AddWorkflows"/>.</summary>
    public static IServiceCollection AddElsaEngine(this IServiceCollection services, ElsaSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton<ElsaHost>()
        .AddHostedService(provider => provider.GetRequiredService<ElsaHost>())
        .Replace(ServiceDescriptor.Singleton<IApprovalEngine, ElsaEngine>())
        .Replace(ServiceDescriptor.Singleton(new Chain(tellsTheEngine: true)));
}
