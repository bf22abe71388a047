using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storage.Migrations.Sqlite
{
    /// <summary>What an agency's trails say is added to, and never changed: the database itself refuses.</summary>
    [DbContext(typeof(Databases.SqliteContext))]
    [Migration("20261202000000_SealedTrails")]
    internal sealed class SealedTrails : Migration
    {
        private static readonly string[] tables = ["security_entries", "agency_entries"];

        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var table in tables)
            {
                foreach (var change in (string[])["UPDATE", "DELETE"])
                    migrationBuilder.Sql($"CREATE TRIGGER {table}_no_{change.ToLowerInvariant()} BEFORE {change} ON {table} BEGIN SELECT RAISE(ABORT, 'A trail is only added to.'); END");
            }
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in tables)
            {
                foreach (var change in (string[])["update", "delete"]) migrationBuilder.Sql($"DROP TRIGGER {table}_no_{change}");
            }
        }
    }
}
