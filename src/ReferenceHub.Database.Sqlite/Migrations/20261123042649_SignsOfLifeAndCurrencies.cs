using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferenceHub.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SignsOfLifeAndCurrencies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "BeatAt",
                table: "WhatIfRuns",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<int>(
                name: "Percent",
                table: "WhatIfRuns",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Takes",
                table: "WhatIfRuns",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "MostGiftsCurrency",
                table: "PolicySets",
                type: "TEXT",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "HeldBackCurrency",
                table: "PolicyEditions",
                type: "TEXT",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "StartedAt",
                table: "PolicyEditions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AmountConfirmed",
                table: "Opportunities",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "ForLargeDeal",
                table: "LedgerEntries",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Currency",
                table: "GivenValues",
                type: "TEXT",
                maxLength: 3,
                nullable: true);

            // Amounts that are there were meant in the currency of the program.
            migrationBuilder.Sql("""UPDATE "GivenValues" SET "Currency" = (SELECT MAX("Currency") FROM "Organisations") WHERE "Worth" IS NOT NULL;""");
            migrationBuilder.Sql("""UPDATE "PolicySets" SET "MostGiftsCurrency" = (SELECT MAX("Currency") FROM "Organisations") WHERE "MostGifts" IS NOT NULL;""");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_At",
                table: "LedgerEntries",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_LedgerEntries_At",
                table: "LedgerEntries");

            migrationBuilder.DropColumn(
                name: "BeatAt",
                table: "WhatIfRuns");

            migrationBuilder.DropColumn(
                name: "Percent",
                table: "WhatIfRuns");

            migrationBuilder.DropColumn(
                name: "Takes",
                table: "WhatIfRuns");

            migrationBuilder.DropColumn(
                name: "MostGiftsCurrency",
                table: "PolicySets");

            migrationBuilder.DropColumn(
                name: "HeldBackCurrency",
                table: "PolicyEditions");

            migrationBuilder.DropColumn(
                name: "StartedAt",
                table: "PolicyEditions");

            migrationBuilder.DropColumn(
                name: "AmountConfirmed",
                table: "Opportunities");

            migrationBuilder.DropColumn(
                name: "ForLargeDeal",
                table: "LedgerEntries");

            migrationBuilder.DropColumn(
                name: "Currency",
                table: "GivenValues");
        }
    }
}
