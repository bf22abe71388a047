using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storage.Migrations.Postgres
{
    /// <summary>The index of words, of a kind that only the database itself can describe.</summary>
    [DbContext(typeof(Databases.PostgresContext))]
    [Migration("20261201000000_SearchWords")]
    internal sealed class SearchWords : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Which words stand where; the text itself lies in the blobs. Everything is written into it as words of letters and digits.
            migrationBuilder.Sql("CREATE TABLE findings (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, subject text NOT NULL, entry text NOT NULL, words tsvector NOT NULL)");
            migrationBuilder.Sql("CREATE INDEX ix_findings_words ON findings USING gin (words)");
        }

        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE findings");
    }
}
