using Microsoft.Extensions.DependencyInjection;
using Workflows.Administering;
using Workflows.Approving;
using Workflows.Assigning;
using Workflows.Consolidating;
using Workflows.Deciding;
using Workflows.Delegating;
using Workflows.Discussing;
using Workflows.Drafting;
using Workflows.Engine;
using Workflows.Issuing;
using Workflows.Notifying;
using Workflows.Recalling;
using Workflows.Restricting;
using Workflows.Returning;
using Workflows.Searching;
using Workflows.Signing;
using Workflows.Starting;
using Workflows.Stopping;
using Workflows.Submitting;
using Workflows.Templates;
using Workflows.Typesetting;
using Workflows.Verifying;
using Workflows.Viewing;
using Workflows.Withdrawing;

namespace Workflows;

public static class WorkflowsRegistration
{
    /// <summary>The acts and the built-in engine. The ports come from Documents and Storage.</summary>
    public static IServiceCollection AddWorkflows(this IServiceCollection services) => services
        .AddSingleton<IApprovalEngine, BuiltInEngine>()
        .AddSingleton(new Chain())
        .AddSingleton<EngineFollower>()
        .AddSingleton<Desk>()
        .AddSingleton<Texts>()
        .AddSingleton<ReportManuscripts>()
        .AddSingleton<Dispatcher>()
        .AddSingleton<Indexer>()
        .AddSingleton<Search>()
        .AddSingleton<SaveWorkingCopyHandler>()
        .AddSingleton<KeepImageHandler>()
        .AddSingleton<SubmitContributionHandler>()
        .AddSingleton<SubmitSectionHandler>()
        .AddSingleton<ReviseSectionHandler>()
        .AddSingleton<ApproveSectionHandler>()
        .AddSingleton<ApproveReportHandler>()
        .AddSingleton<ReturnSectionHandler>()
        .AddSingleton<ReturnReportHandler>()
        .AddSingleton<AmendReportHandler>()
        .AddSingleton<WithdrawDecisionHandler>()
        .AddSingleton<ReassignAssignmentHandler>()
        .AddSingleton<ExtendAssignmentHandler>()
        .AddSingleton<ThreadsHandler>()
        .AddSingleton<ReadVersionHandler>()
        .AddSingleton<OpenReports>()
        .AddSingleton<RecallReportHandler>()
        .AddSingleton<StopReportHandler>()
        .AddSingleton<RestrictReportHandler>()
        .AddSingleton<DelegateToHandler>()
        .AddSingleton<RecordAbsenceHandler>()
        .AddSingleton<NameAssistantHandler>()
        .AddSingleton<AgencyDesk>()
        .AddSingleton<AgencyHandler>()
        .AddSingleton<UnitsHandler>()
        .AddSingleton<PeopleHandler>()
        .AddSingleton<SignReportHandler>()
        .AddSingleton<IssueReportHandler>()
        .AddSingleton<StartReportHandler>()
        .AddSingleton<SaveTemplateHandler>()
        .AddSingleton<SaveRouteHandler>()
        .AddSingleton<MakeTemplateHandler>()
        .AddSingleton<ImportHandler>()
        .AddSingleton<RollForwardHandler>()
        .AddSingleton<VerifyRecordHandler>();
}
