using System.Data.Common;
using System.Runtime.CompilerServices;
using Domain;
using Domain.Calendar;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Storage.Accounts;
using Storage.Notifying;
using Storage.People;
using Storage.Recording;
using Storage.Restricting;
using Storage.Searching;
using Storage.Templates;
using Storage.Viewing;

namespace Storage.Databases;

/// <summary>The tables, and what the two databases do differently.</summary>
internal abstract class ApprovalContext(DbContextOptions options) : IdentityUserContext<Account, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<AgencyRow> Agencies => Set<AgencyRow>();

    public DbSet<UnitRow> Units => Set<UnitRow>();

    public DbSet<PersonRow> People => Set<PersonRow>();

    public DbSet<FieldRow> Fields => Set<FieldRow>();

    public DbSet<DelegationRow> Delegations => Set<DelegationRow>();

    public DbSet<OwnDayRow> OwnDays => Set<OwnDayRow>();

    public DbSet<AbsenceRow> Absences => Set<AbsenceRow>();

    public DbSet<AgencyEntryRow> AgencyEntries => Set<AgencyEntryRow>();

    public DbSet<SecurityEntryRow> SecurityEntries => Set<SecurityEntryRow>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<AccessTokenRow> AccessTokens => Set<AccessTokenRow>();

    public DbSet<InvitationRow> Invitations => Set<InvitationRow>();

    public DbSet<TemplateRow> Templates => Set<TemplateRow>();

    public DbSet<RouteRow> Routes => Set<RouteRow>();

    public DbSet<ReportRow> Reports => Set<ReportRow>();

    public DbSet<PlanRow> Plans => Set<PlanRow>();

    public DbSet<RestrictionRow> Restrictions => Set<RestrictionRow>();

    public DbSet<AdmissionRow> Admissions => Set<AdmissionRow>();

    public DbSet<CirculationRow> Circulations => Set<CirculationRow>();

    public DbSet<AssignmentRow> Assignments => Set<AssignmentRow>();

    public DbSet<HoldingRow> Holdings => Set<HoldingRow>();

    public DbSet<DecisionRow> Decisions => Set<DecisionRow>();

    public DbSet<TurnRow> Turns => Set<TurnRow>();

    public DbSet<VersionRow> Versions => Set<VersionRow>();

    public DbSet<WorkingCopyRow> WorkingCopies => Set<WorkingCopyRow>();

    public DbSet<OpenTextRow> OpenTexts => Set<OpenTextRow>();

    public DbSet<PictureRow> Pictures => Set<PictureRow>();

    public DbSet<UploadRow> Uploads => Set<UploadRow>();

    public DbSet<CommentRow> Comments => Set<CommentRow>();

    public DbSet<ReadingRow> Readings => Set<ReadingRow>();

    public DbSet<TallyRow> Tallies => Set<TallyRow>();

    public DbSet<EntryRow> Entries => Set<EntryRow>();

    public DbSet<RegisterRow> Registers => Set<RegisterRow>();

    public DbSet<NumberRow> Numbers => Set<NumberRow>();

    public DbSet<NoticeRow> Notices => Set<NoticeRow>();

    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    public DbSet<UnreadRow> Unread => Set<UnreadRow>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    private readonly Dictionary<string, DbCommand> prepared = new(StringComparer.Ordinal);

    /// <summary>A statement that was understood once and may run again as long as the connection is open.</summary>
    public DbCommand Prepared(string sql, DbConnection connection)
    {
        if (prepared.TryGetValue(sql, out var known)) return known;

        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Made of names in the model; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100

        return prepared[sql] = command;
    }

    /// <summary>Waits until nobody else writes to the report, and holds it until the transaction ends.</summary>
    public abstract Task HoldAsync(ReportId report, CancellationToken cancellationToken);

    /// <summary>Whether the database gave up a transaction that would have succeeded at another moment.</summary>
    protected abstract bool IsTransient(Exception exception);

    /// <summary>Whether a row was refused because another has its key.</summary>
    public abstract bool IsTaken(Exception exception, string table);

    /// <summary>What of the index of words holds all the phrases, the newest first.</summary>
    public abstract IQueryable<FindingRow> Matches(IReadOnlyList<IReadOnlyList<string>> phrases, int take);

    /// <param name="subject">See <see cref="FindingRow.Subject"/>.</param>
    /// <param name="words">Letters and digits with blanks between them.</param>
    public Task KeepWordsAsync(string subject, string entry, string words, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync(KeepWords(subject, entry, words), cancellationToken);

    public IQueryable<FoundRow> FoundAt(IReadOnlyList<long> ids) =>
        Database.SqlQuery<FoundRow>(FormattableStringFactory.Create(
            $"SELECT {FindingId} AS id, entry FROM findings WHERE {FindingId} IN ({Places(ids.Count)})",
            [.. ids.Cast<object>()]));

    protected abstract string FindingId { get; }

    /// <summary>"{0}, {1}".</summary>
    private static string Places(int count) => count == 0 ? "NULL" : string.Join(", ", Enumerable.Range(0, count).Select(place => $"{{{place}}}"));

    protected abstract FormattableString KeepWords(string subject, string entry, string words);

    /// <summary>Whether the same act may well succeed when it runs again from the start.</summary>
    public bool AsksForAnotherTry(Exception exception) => exception is DbUpdateConcurrencyException || IsTransient(exception)
        // Somebody made a decision under the same id a moment ago: the next run finds it.
        || IsTaken(exception, "decisions")
        // Somebody opened the same page twice at once.
        || IsTaken(exception, "readings")
        || IsTaken(exception, "open_texts");

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        Id<AgencyId>();
        Id<UnitId>();
        Id<PersonId>();
        Id<FieldId>();
        Id<DelegationId>();
        Id<AbsenceId>();
        Id<TemplateId>();
        Id<RouteId>();
        Id<ReportId>();
        Id<SectionId>();
        Id<ThreadId>();
        Id<CommentId>();
        Id<DecisionId>();
        Id<AssignmentId>();

        conventions.Properties<Words>().HaveConversion<WordsConversion>();
        conventions.Properties<StageKey>().HaveConversion<StageKeyConversion>();
        conventions.Properties<ReportingPeriod>().HaveConversion<PeriodConversion>();
        conventions.Properties<DateTimeOffset>().HaveConversion<MomentConversion>();
        // By name, so that a new value may stand anywhere in its list.
        conventions.Properties<Enum>().HaveConversion<string>();

        void Id<TId>()
            where TId : struct, IId<TId> => conventions.Properties<TId>().HaveConversion<IdConversion<TId>>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        MapAccounts(builder);
        MapAgencies(builder);
        MapReports(builder);
        MapNumbersAndNotices(builder);

        // Nothing of the record goes away because something else does.
        foreach (var key in builder.Model.GetEntityTypes().Where(type => type.ClrType.Assembly == typeof(ApprovalContext).Assembly).SelectMany(type => type.GetForeignKeys()))
            key.DeleteBehavior = DeleteBehavior.Restrict;
    }

    private static void MapAccounts(ModelBuilder builder)
    {
        builder.Entity<Account>(account =>
        {
            account.ToTable("accounts");
            account.HasIndex(row => row.Person);
            account.HasIndex(row => row.NormalizedUserName).HasDatabaseName("ix_accounts_normalized_user_name");
            account.HasIndex(row => row.NormalizedEmail).HasDatabaseName("ix_accounts_normalized_email");
        });
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens");
        builder.Entity<IdentityUserPasskey<Guid>>().ToTable("account_passkeys");
        builder.Entity<DataProtectionKey>().ToTable("data_protection_keys");
        builder.Entity<InvitationRow>(invitation =>
        {
            invitation.ToTable("invitations");
            // A person has one link at a time: a new one takes the old one's place.
            invitation.HasKey(row => row.Person);
            invitation.HasIndex(row => row.Hash).IsUnique();
        });
        builder.Entity<SessionRow>(session =>
        {
            session.ToTable("sessions");
            session.HasKey(row => row.Id);
            session.HasIndex(row => new { row.Person, row.OpenedAt });
        });
        builder.Entity<AccessTokenRow>(token =>
        {
            token.ToTable("access_tokens");
            token.HasKey(row => row.Id);
            token.HasIndex(row => row.Hash).IsUnique();
            token.HasIndex(row => new { row.Person, row.MadeAt });
        });
        builder.Entity<SecurityEntryRow>(entry =>
        {
            entry.ToTable("security_entries");
            entry.HasKey(row => row.Id);
            entry.HasIndex(row => new { row.Agency, row.At, row.Id });
            entry.HasIndex(row => new { row.Agency, row.Person, row.At });
            entry.HasIndex(row => new { row.Agency, row.By, row.At });
            entry.HasIndex(row => new { row.Agency, row.Kind, row.At });
            entry.HasOne<AgencyRow>().WithMany().HasForeignKey(row => row.Agency);
        });
    }

    private static void MapAgencies(ModelBuilder builder)
    {
        builder.Entity<AgencyRow>(agency =>
        {
            agency.ToTable("agencies");
            agency.HasKey(row => row.Id);
        });
        builder.Entity<UnitRow>(unit =>
        {
            unit.ToTable("units");
            unit.HasKey(row => row.Id);
            unit.HasOne<AgencyRow>().WithMany().HasForeignKey(row => row.Agency);
        });
        builder.Entity<PersonRow>(person =>
        {
            person.ToTable("people");
            person.HasKey(row => row.Id);
            person.HasOne<AgencyRow>().WithMany().HasForeignKey(row => row.Agency);
        });
        builder.Entity<FieldRow>(field =>
        {
            field.ToTable("fields");
            field.HasKey(row => row.Id);
            field.HasOne<AgencyRow>().WithMany().HasForeignKey(row => row.Agency);
        });
        builder.Entity<DelegationRow>(delegation =>
        {
            delegation.ToTable("delegations");
            delegation.HasKey(row => row.Id);
            delegation.HasOne<AgencyRow>().WithMany().HasForeignKey(row => row.Agency);
        });
        builder.Entity<OwnDayRow>(day =>
        {
            day.ToTable("own_days");
            day.HasKey(row => new { row.Agency, row.On });
            day.HasOne<AgencyRow>().WithMany().HasForeignKey(row => row.Agency);
        });
        builder.Entity<AbsenceRow>(absence =>
        {
            absence.ToTable("absences");
            absence.HasKey(row => row.Id);
            absence.HasOne<AgencyRow>().WithMany().HasForeignKey(row => row.Agency);
        });
        builder.Entity<AgencyEntryRow>(entry =>
        {
            entry.ToTable("agency_entries");
            entry.HasKey(row => new { row.Agency, row.Number });
            entry.HasOne<AgencyRow>().WithMany().HasForeignKey(row => row.Agency);
        });
        builder.Entity<TemplateRow>(template =>
        {
            template.ToTable("templates");
            template.HasKey(row => row.Id);
            template.Property(row => row.Revision).IsConcurrencyToken();
            template.HasIndex(row => new { row.Agency, row.Name, row.Id });
            template.HasOne<AgencyRow>().WithMany().HasForeignKey(row => row.Agency);
        });
        builder.Entity<RouteRow>(route =>
        {
            route.ToTable("routes");
            route.HasKey(row => new { row.Id, row.Version });
            route.HasIndex(row => new { row.Agency, row.Name, row.Id });
            route.HasOne<AgencyRow>().WithMany().HasForeignKey(row => row.Agency);
        });
    }

    private static void MapReports(ModelBuilder builder)
    {
        const string Open = "closed_at IS NULL";

        builder.Entity<ReportRow>(report =>
        {
            report.ToTable("reports");
            report.HasKey(row => row.Id);
            // The row is held by whoever writes; should that ever fail, the second writer is told instead of winning.
            report.Property(row => row.TrailCount).IsConcurrencyToken();
            report.HasIndex(row => new { row.Agency, row.BoardPlace, row.Id });
            report.HasIndex(row => new { row.Agency, row.State, row.BoardPlace, row.Id });
            report.HasIndex(row => new { row.Agency, row.Period, row.BoardPlace, row.Id });
            report.HasIndex(row => new { row.Agency, row.DueOn });
            report.HasIndex(row => new { row.Agency, row.NextDueAt });
            report.HasIndex(row => row.ChangedAt);
            report.HasOne<AgencyRow>().WithMany().HasForeignKey(row => row.Agency);
        });
        builder.Entity<PlanRow>(plan =>
        {
            plan.ToTable("plans");
            plan.HasKey(row => row.Report);
            plan.HasOne<ReportRow>().WithOne().HasForeignKey<PlanRow>(row => row.Report);
        });
        builder.Entity<RestrictionRow>(restriction =>
        {
            restriction.ToTable("restrictions");
            restriction.HasKey(row => new { row.Report, row.Section });
            restriction.HasIndex(row => row.Agency);
            restriction.HasOne<ReportRow>().WithMany().HasForeignKey(row => row.Report);
        });
        builder.Entity<AdmissionRow>(admission =>
        {
            admission.ToTable("admissions");
            admission.HasKey(row => new { row.Report, row.Section, row.Badge });
            admission.HasOne<RestrictionRow>().WithMany().HasForeignKey(row => new { row.Report, row.Section });
        });
        builder.Entity<CirculationRow>(circulation =>
        {
            circulation.ToTable("circulations");
            circulation.HasKey(row => new { row.Report, row.Section });
            circulation.HasOne<ReportRow>().WithMany().HasForeignKey(row => row.Report);
        });
        builder.Entity<AssignmentRow>(assignment =>
        {
            assignment.ToTable("assignments");
            assignment.HasKey(row => row.Id);
            assignment.HasIndex(row => new { row.Desk, row.DueAt, row.Id }).HasFilter(Open).HasDatabaseName("ix_assignments_open_desk");
            assignment.HasIndex(row => new { row.Report, row.DueAt, row.Id }).HasFilter(Open).HasDatabaseName("ix_assignments_open_report");
            assignment.HasIndex(row => row.DueAt).HasFilter($"{Open} AND late_told_for IS NULL").HasDatabaseName("ix_assignments_open_due");
            assignment.HasOne<ReportRow>().WithMany().HasForeignKey(row => row.Report);
        });
        builder.Entity<HoldingRow>(holding =>
        {
            holding.ToTable("holdings");
            holding.HasKey(row => new { row.Report, row.Desk, row.Unit });
            holding.HasIndex(row => new { row.Agency, row.Unit, row.BoardPlace, row.Report, row.DueAt, row.Period });
            holding.HasIndex(row => new { row.Desk, row.BoardPlace, row.Report, row.DueAt, row.Period });
            holding.HasOne<ReportRow>().WithMany().HasForeignKey(row => row.Report);
        });
        builder.Entity<DecisionRow>(decision =>
        {
            decision.ToTable("decisions");
            decision.HasKey(row => row.Id);
            decision.HasIndex(row => new { row.By, row.At, row.Id });
            decision.HasOne<ReportRow>().WithMany().HasForeignKey(row => row.Report);
        });
        builder.Entity<TurnRow>(turn =>
        {
            turn.ToTable("turns");
            turn.HasKey(row => new { row.Report, row.Number });
            turn.HasOne<ReportRow>().WithMany().HasForeignKey(row => row.Report);
        });
        builder.Entity<VersionRow>(version =>
        {
            version.ToTable("versions");
            version.HasKey(row => new { row.Report, row.Section, row.Unit, row.Number });
            version.HasOne<ReportRow>().WithMany().HasForeignKey(row => row.Report);
        });
        builder.Entity<WorkingCopyRow>(copy =>
        {
            copy.ToTable("working_copies");
            copy.HasKey(row => new { row.Report, row.Section, row.Unit });
            copy.Property(row => row.Revision).IsConcurrencyToken();
            copy.HasOne<ReportRow>().WithMany().HasForeignKey(row => row.Report);
        });
        builder.Entity<OpenTextRow>(open =>
        {
            open.ToTable("open_texts");
            open.HasKey(row => new { row.Report, row.Section, row.Unit, row.By });
            open.HasIndex(row => row.At);
            open.HasOne<ReportRow>().WithMany().HasForeignKey(row => row.Report);
        });
        builder.Entity<PictureRow>(picture =>
        {
            picture.ToTable("pictures");
            picture.HasKey(row => new { row.Sha256, row.Report, row.Section });
            picture.HasOne<ReportRow>().WithMany().HasForeignKey(row => row.Report);
        });
        builder.Entity<UploadRow>(upload =>
        {
            upload.ToTable("uploads");
            upload.HasKey(row => new { row.Sha256, row.By });
        });
        builder.Entity<CommentRow>(comment =>
        {
            comment.ToTable("comments");
            comment.HasKey(row => row.Id);
            comment.HasIndex(row => new { row.Report, row.Section, row.Number }).IsUnique();
            comment.HasOne<ReportRow>().WithMany().HasForeignKey(row => row.Report);
        });
        builder.Entity<ReadingRow>(reading =>
        {
            reading.ToTable("readings");
            reading.HasKey(row => new { row.Report, row.Section, row.By });
            reading.HasOne<ReportRow>().WithMany().HasForeignKey(row => row.Report);
        });
        builder.Entity<TallyRow>(tally =>
        {
            tally.ToTable("tallies");
            tally.HasKey(row => row.Key);
        });
        builder.Entity<EntryRow>(entry =>
        {
            entry.ToTable("entries");
            entry.HasKey(row => new { row.Report, row.Number });
            entry.HasIndex(row => new { row.Report, row.Section, row.Number });
            entry.HasOne<ReportRow>().WithMany().HasForeignKey(row => row.Report);
        });
    }

    private static void MapNumbersAndNotices(ModelBuilder builder)
    {
        builder.Entity<RegisterRow>(register =>
        {
            register.ToTable("registers");
            register.HasKey(row => new { row.Agency, row.Series, row.Year });
            register.Property(row => row.Last).IsConcurrencyToken();
            register.HasOne<AgencyRow>().WithMany().HasForeignKey(row => row.Agency);
        });
        builder.Entity<NumberRow>(number =>
        {
            number.ToTable("numbers");
            number.HasKey(row => new { row.Agency, row.Series, row.Year, row.Number });
            number.HasIndex(row => new { row.Agency, row.Year, row.On, row.Number, row.Series });
            number.HasOne<RegisterRow>().WithMany().HasForeignKey(row => new { row.Agency, row.Series, row.Year });
            // A report has one number.
            number.HasOne<ReportRow>().WithOne().HasForeignKey<NumberRow>(row => row.Report);
        });
        builder.Entity<NoticeRow>(notice =>
        {
            notice.ToTable("notices");
            notice.HasKey(row => row.Id);
            notice.HasIndex(row => new { row.At, row.Id }).HasFilter("delivered_at IS NULL").HasDatabaseName("ix_notices_waiting");
            notice.HasIndex(row => row.DeliveredAt);
            notice.HasOne<ReportRow>().WithMany().HasForeignKey(row => row.Report);
        });
        builder.Entity<UnreadRow>(unread =>
        {
            unread.ToTable("unread");
            unread.HasKey(row => row.Key);
            unread.HasIndex(row => new { row.At, row.Key });
            unread.HasOne<ReportRow>().WithMany().HasForeignKey(row => row.Report);
        });
        builder.Entity<DeliveryRow>(delivery =>
        {
            delivery.ToTable("deliveries");
            delivery.HasKey(row => new { row.Person, row.Notice });
            delivery.HasIndex(row => new { row.Person, row.At, row.Notice });
            delivery.HasIndex(row => new { row.Person, row.At, row.Notice }, "ix_deliveries_unread").HasFilter("read_at IS NULL");
            delivery.HasOne<NoticeRow>().WithMany().HasForeignKey(row => row.Notice);
        });
    }
}
