using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storage.Migrations.Postgres
{
    /// <summary>What an agency's trails say is added to, and never changed: the database itself refuses.</summary>
    [DbContext(typeof(Databases.PostgresContext))]
    [Migration("20261202000000_SealedTrails")]
    internal sealed class SealedTrails : Migration
    {
        private static readonly string[] tables = ["security_entries", "agency_entries"];

        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'A trail is only added to.'; END $$");

            foreach (var table in tables)
                migrationBuilder.Sql($"CREATE TRIGGER {table}_sealed BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in tables) migrationBuilder.Sql($"DROP TRIGGER {table}_sealed ON {table}");

            migrationBuilder.Sql("DROP FUNCTION refuse_change()");
        }
    }
}
