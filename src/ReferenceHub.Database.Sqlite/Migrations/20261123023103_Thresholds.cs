using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferenceHub.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Thresholds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosedFrom",
                table: "UsagePolicies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosedUntil",
                table: "UsagePolicies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Closes",
                table: "UsagePolicies",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "EditionId",
                table: "UsagePolicies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MostGifts",
                table: "PolicySets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "NoGifts",
                table: "Customers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "GivenValues",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContactId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Units = table.Column<int>(type: "INTEGER", nullable: false),
                    Worth = table.Column<long>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    TakesBackId = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GivenValues", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GivenValues_Contacts_ContactId",
                        column: x => x.ContactId,
                        principalTable: "Contacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GivenValues_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LedgerComparisons",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Customers = table.Column<int>(type: "INTEGER", nullable: false),
                    Uses = table.Column<int>(type: "INTEGER", nullable: false),
                    Found = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerComparisons", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LedgerFindings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    FoundAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    GoneAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerFindings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LedgerFindings_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PolicyEditions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HeldBackPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    HeldBackAbove = table.Column<long>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MadeById = table.Column<Guid>(type: "TEXT", nullable: true),
                    MadeByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyEditions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WhatIfRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EditionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Today = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Draft = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WhatIfRuns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WhatIfRuns_PolicyEditions_EditionId",
                        column: x => x.EditionId,
                        principalTable: "PolicyEditions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_UsagePolicies_EditionId",
                table: "UsagePolicies",
                column: "EditionId");

            migrationBuilder.CreateIndex(
                name: "IX_GivenValues_ContactId",
                table: "GivenValues",
                column: "ContactId");

            migrationBuilder.CreateIndex(
                name: "IX_GivenValues_CustomerId_On",
                table: "GivenValues",
                columns: new[] { "CustomerId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_GivenValues_TakesBackId",
                table: "GivenValues",
                column: "TakesBackId");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerComparisons_EndedAt",
                table: "LedgerComparisons",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerFindings_CustomerId",
                table: "LedgerFindings",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerFindings_GoneAt_CustomerId",
                table: "LedgerFindings",
                columns: new[] { "GoneAt", "CustomerId" });

            migrationBuilder.CreateIndex(
                name: "IX_PolicyEditions_Number",
                table: "PolicyEditions",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WhatIfRuns_EditionId_StartedAt",
                table: "WhatIfRuns",
                columns: new[] { "EditionId", "StartedAt" });

            migrationBuilder.AddForeignKey(
                name: "FK_UsagePolicies_PolicyEditions_EditionId",
                table: "UsagePolicies",
                column: "EditionId",
                principalTable: "PolicyEditions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_UsagePolicies_PolicyEditions_EditionId",
                table: "UsagePolicies");

            migrationBuilder.DropTable(
                name: "GivenValues");

            migrationBuilder.DropTable(
                name: "LedgerComparisons");

            migrationBuilder.DropTable(
                name: "LedgerFindings");

            migrationBuilder.DropTable(
                name: "WhatIfRuns");

            migrationBuilder.DropTable(
                name: "PolicyEditions");

            migrationBuilder.DropIndex(
                name: "IX_UsagePolicies_EditionId",
                table: "UsagePolicies");

            migrationBuilder.DropColumn(
                name: "ClosedFrom",
                table: "UsagePolicies");

            migrationBuilder.DropColumn(
                name: "ClosedUntil",
                table: "UsagePolicies");

            migrationBuilder.DropColumn(
                name: "Closes",
                table: "UsagePolicies");

            migrationBuilder.DropColumn(
                name: "EditionId",
                table: "UsagePolicies");

            migrationBuilder.DropColumn(
                name: "MostGifts",
                table: "PolicySets");

            migrationBuilder.DropColumn(
                name: "NoGifts",
                table: "Customers");
        }
    }
}
