using Web.Administering;
using Web.Approving;
using Web.Assigning;
using Web.Calendar;
using Web.Consolidating;
using Web.Delegating;
using Web.Discussing;
using Web.Drafting;
using Web.Issuing;
using Web.Recalling;
using Web.Restricting;
using Web.Returning;
using Web.Searching;
using Web.Signing;
using Web.SigningIn;
using Web.Starting;
using Web.Stopping;
using Web.Submitting;
using Web.Templates;
using Web.Typesetting;
using Web.Viewing;
using Web.Withdrawing;

namespace Web;

/// <summary>Every door of the API.</summary>
public static class Doors
{
    /// <summary>In bytes: a picture of the largest size in its envelope. Texts have their own, smaller bound, which is a rule's to tell.</summary>
    public const long LargestBody = Workflows.Drafting.KeepImageHandler.MaxLength + (64 * 1024);

    public static IServiceCollection AddDoors(this IServiceCollection services) => services.AddSingleton<Previews>().AddSingleton<PageDrawings>();

    public static void MapDoors(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").RequireAuthorization().ProducesRefusals(400, 401);

        api.MapTokens();

        api.MapMe();
        api.MapOwnAccess();
        api.MapWork();
        api.MapAgency();
        api.MapCalendar();
        api.MapDelegations();
        api.MapAbsences();
        api.MapAssistants();
        api.MapAdministering();
        api.MapSecurity();
        api.MapTemplates();
        api.MapRoutes();
        api.MapImages();
        api.MapRegister();
        api.MapBoard();
        api.MapSearch();
        api.MapStartReport();

        var report = api.MapGroup("/reports/{report:guid}");

        report.MapReport();
        report.MapTrail();
        report.MapReportFiles();
        report.MapApproveReport();
        report.MapReturnReport();
        report.MapSignReport();
        report.MapIssueReport();
        report.MapRecall();
        report.MapStopReport();
        report.MapWithdraw();
        report.MapAssignments();
        report.MapAmendReport();
        report.MapThreads();
        report.MapRestrict();

        var section = report.MapGroup("/sections/{section:guid}");

        section.MapSection();
        section.MapVersions();
        section.MapSectionPreview();
        section.MapWorkingCopy();
        section.MapSubmitContribution();
        section.MapSubmitSection();
        section.MapReviseSection();
        section.MapOrigins();
        section.MapApproveSection();
        section.MapReturnSection();
        section.MapWithdraw();
        section.MapAssignments();
        section.MapThreads();
        section.MapRestrict();
    }
}
