using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferenceHub.Database.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Matching : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ContentId",
                table: "Requests",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Topics",
                table: "Contacts",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "FreeAlerts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ActivityKey = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Criteria = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CustomerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FreeAlerts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FreeAlerts_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FreeAlerts_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MatchWeightings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Fit = table.Column<int>(type: "int", nullable: false),
                    Availability = table.Column<int>(type: "int", nullable: false),
                    Freshness = table.Column<int>(type: "int", nullable: false),
                    Quality = table.Column<int>(type: "int", nullable: false),
                    Facets = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MatchWeightings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UnmetNeeds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OpportunityId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ActivityKey = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Criteria = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Fitting = table.Column<int>(type: "int", nullable: false),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnmetNeeds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UnmetNeeds_AspNetUsers_ById",
                        column: x => x.ById,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_UnmetNeeds_Opportunities_OpportunityId",
                        column: x => x.OpportunityId,
                        principalTable: "Opportunities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_ContentId",
                table: "Requests",
                column: "ContentId");

            migrationBuilder.CreateIndex(
                name: "IX_FreeAlerts_CustomerId",
                table: "FreeAlerts",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_FreeAlerts_EndedAt",
                table: "FreeAlerts",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_FreeAlerts_UserId_EndedAt",
                table: "FreeAlerts",
                columns: new[] { "UserId", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_UnmetNeeds_At",
                table: "UnmetNeeds",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_UnmetNeeds_ById",
                table: "UnmetNeeds",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_UnmetNeeds_OpportunityId_ActivityKey",
                table: "UnmetNeeds",
                columns: new[] { "OpportunityId", "ActivityKey" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Requests_Assets_ContentId",
                table: "Requests",
                column: "ContentId",
                principalTable: "Assets",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Requests_Assets_ContentId",
                table: "Requests");

            migrationBuilder.DropTable(
                name: "FreeAlerts");

            migrationBuilder.DropTable(
                name: "MatchWeightings");

            migrationBuilder.DropTable(
                name: "UnmetNeeds");

            migrationBuilder.DropIndex(
                name: "IX_Requests_ContentId",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "ContentId",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "Topics",
                table: "Contacts");
        }
    }
}
