using Microsoft.Extensions.DependencyInjection;
using Storage.Accounts;
using Storage.Databases;
using Workflows.Blobs;
using Workflows.Drafting;
using Workflows.Notifying;
using Workflows.Recording;
using Workflows.Searching;
using Workflows.Templates;
using Workflows.Verifying;
using Workflows.Viewing;

namespace Storage.Tests.Databases;

/// <summary>All that the storage gives.</summary>
internal sealed class Stored(IServiceProvider services)
{
    public IServiceProvider Services => services;

    public IRecord Record => services.GetRequiredService<IRecord>();

    public IBlobs Blobs => services.GetRequiredService<IBlobs>();

    public IAgencies Agencies => services.GetRequiredService<IAgencies>();

    public ITemplates Templates => services.GetRequiredService<ITemplates>();

    public INotices Notices => services.GetRequiredService<INotices>();

    public IViews Views => services.GetRequiredService<IViews>();

    public IPresence Presence => services.GetRequiredService<IPresence>();

    public IPictures Pictures => services.GetRequiredService<IPictures>();

    public IReadings Readings => services.GetRequiredService<IReadings>();

    public IFindables Findables => services.GetRequiredService<IFindables>();

    public IRecordReader Reader => services.GetRequiredService<IRecordReader>();

    public Sessions Sessions => services.GetRequiredService<Sessions>();

    public AccessTokens AccessTokens => services.GetRequiredService<AccessTokens>();

    /// <summary>A look at the tables themselves.</summary>
    public Task<ApprovalContext> TablesAsync() => services.GetRequiredService<Database>().OpenAsync(TestContext.Current.CancellationToken);
}
