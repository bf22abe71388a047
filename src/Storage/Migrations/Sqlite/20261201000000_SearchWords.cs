using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storage.Migrations.Sqlite
{
    /// <summary>The index of words, of a kind that only the database itself can describe.</summary>
    [DbContext(typeof(Databases.SqliteContext))]
    [Migration("20261201000000_SearchWords")]
    internal sealed class SearchWords : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Which words stand where; the text itself lies in the blobs. Everything is written into it as words of letters and digits.
            migrationBuilder.Sql("CREATE VIRTUAL TABLE findings USING fts5(subject UNINDEXED, entry UNINDEXED, words, tokenize = 'unicode61 remove_diacritics 0')");
        }

        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE findings");
    }
}
