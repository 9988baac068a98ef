using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferenceHub.Database.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Repository : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Editions",
                table: "Terms",
                type: "text",
                maxLength: -1,
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<Guid>(
                name: "MergedIntoId",
                table: "Terms",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Preferred",
                table: "Requests",
                type: "text",
                maxLength: -1,
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Channels",
                table: "Permissions",
                type: "text",
                maxLength: -1,
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<Guid>(
                name: "EvidenceFileId",
                table: "Permissions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ExpiryRemindedDays",
                table: "Permissions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ExpiryRemindedFor",
                table: "Permissions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RecordedById",
                table: "Permissions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Regions",
                table: "Permissions",
                type: "text",
                maxLength: -1,
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int>(
                name: "LeadHealth",
                table: "Organisations",
                type: "integer",
                nullable: false,
                defaultValue: 70);

            migrationBuilder.AddColumn<int>(
                name: "RepExportMost",
                table: "Organisations",
                type: "integer",
                nullable: false,
                defaultValue: 25);

            migrationBuilder.AddColumn<bool>(
                name: "RepsMayExport",
                table: "Organisations",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<int>(
                name: "VerifyEveryDays",
                table: "Organisations",
                type: "integer",
                nullable: false,
                defaultValue: 180);

            migrationBuilder.AddColumn<Guid>(
                name: "MergedIntoId",
                table: "Opportunities",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "UndoneAt",
                table: "ImportBatches",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "UndoneById",
                table: "ImportBatches",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ArchivedAt",
                table: "Customers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ArchivedById",
                table: "Customers",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "MergedIntoId",
                table: "Customers",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "VerifyRemindedAt",
                table: "Customers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "VerifyRemindedFor",
                table: "Customers",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WebDomain",
                table: "Customers",
                type: "character varying(253)",
                maxLength: 253,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ExternalId",
                table: "Contacts",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Text",
                table: "Assets",
                type: "text",
                maxLength: -1,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(2000)",
                oldMaxLength: 2000,
                oldNullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Confidentiality",
                table: "Assets",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Shareable");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ExpiryRemindedFor",
                table: "Assets",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "FileId",
                table: "Assets",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "NextReviewOn",
                table: "Assets",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OwnerId",
                table: "Assets",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReviewRemindedFor",
                table: "Assets",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SpeakerId",
                table: "Assets",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "Assets",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Published");

            migrationBuilder.AddColumn<string>(
                name: "Summary",
                table: "Assets",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "UpdatedAt",
                table: "Assets",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "VersionNumber",
                table: "Assets",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "WithdrawnReason",
                table: "Assets",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AssetTerms",
                columns: table => new
                {
                    AssetId = table.Column<Guid>(type: "uuid", nullable: false),
                    TermId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssetTerms", x => new { x.AssetId, x.TermId });
                    table.ForeignKey(
                        name: "FK_AssetTerms_Assets_AssetId",
                        column: x => x.AssetId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AssetTerms_Terms_TermId",
                        column: x => x.TermId,
                        principalTable: "Terms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AssetWords",
                columns: table => new
                {
                    Word = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AssetId = table.Column<Guid>(type: "uuid", nullable: false),
                    Weight = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssetWords", x => new { x.Word, x.AssetId });
                    table.ForeignKey(
                        name: "FK_AssetWords_Assets_AssetId",
                        column: x => x.AssetId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChangeProposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProposedById = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Comment = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Fields = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeProposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChangeProposals_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ContactReveals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContactId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContactName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Right = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: true),
                    Place = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContactReveals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContactReveals_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ContactReveals_Contacts_ContactId",
                        column: x => x.ContactId,
                        principalTable: "Contacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ContactReveals_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ContentShares",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LinkId = table.Column<Guid>(type: "uuid", nullable: false),
                    Recipient = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    Message = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    OpportunityId = table.Column<Guid>(type: "uuid", nullable: true),
                    PasswordHash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    CreatedById = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentShares", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContentShares_Opportunities_OpportunityId",
                        column: x => x.OpportunityId,
                        principalTable: "Opportunities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ContentShares_SignedLinks_LinkId",
                        column: x => x.LinkId,
                        principalTable: "SignedLinks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Field = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ValueKey = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Answer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportAnswers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ImportMemories",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HeadingsKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Settings = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    UsedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportMemories", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ImportTraces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    Row = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RowId = table.Column<Guid>(type: "uuid", nullable: false),
                    Created = table.Column<bool>(type: "boolean", nullable: false),
                    VersionAfter = table.Column<int>(type: "integer", nullable: false),
                    Before = table.Column<string>(type: "text", maxLength: -1, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportTraces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportTraces_ImportBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "ImportBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Nominations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CompanyName = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    NameKey = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Why = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Website = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    WebDomain = table.Column<string>(type: "character varying(253)", maxLength: 253, nullable: true),
                    ContactName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    ContactEmail = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    IndustryId = table.Column<Guid>(type: "uuid", nullable: true),
                    RegionId = table.Column<Guid>(type: "uuid", nullable: true),
                    CustomerId = table.Column<Guid>(type: "uuid", nullable: true),
                    NominatedById = table.Column<Guid>(type: "uuid", nullable: true),
                    IsLead = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Nominations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Nominations_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OpportunityAssets",
                columns: table => new
                {
                    OpportunityId = table.Column<Guid>(type: "uuid", nullable: false),
                    AssetId = table.Column<Guid>(type: "uuid", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpportunityAssets", x => new { x.OpportunityId, x.AssetId });
                    table.ForeignKey(
                        name: "FK_OpportunityAssets_Assets_AssetId",
                        column: x => x.AssetId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OpportunityAssets_Opportunities_OpportunityId",
                        column: x => x.OpportunityId,
                        principalTable: "Opportunities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SavedViews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Page = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    NameKey = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Query = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Shared = table.Column<bool>(type: "boolean", nullable: false),
                    IsDefault = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedViews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedViews_AspNetUsers_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StoredFiles",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Bytes = table.Column<int>(type: "integer", nullable: false),
                    ContentType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    KeptAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredFiles", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "ContentShareItems",
                columns: table => new
                {
                    ShareId = table.Column<Guid>(type: "uuid", nullable: false),
                    AssetId = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentShareItems", x => new { x.ShareId, x.AssetId });
                    table.ForeignKey(
                        name: "FK_ContentShareItems_Assets_AssetId",
                        column: x => x.AssetId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ContentShareItems_ContentShares_ShareId",
                        column: x => x.ShareId,
                        principalTable: "ContentShares",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ContentViews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AssetId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ShareId = table.Column<Guid>(type: "uuid", nullable: true),
                    UserId = table.Column<Guid>(type: "uuid", nullable: true),
                    Visitor = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentViews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContentViews_Assets_AssetId",
                        column: x => x.AssetId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ContentViews_ContentShares_ShareId",
                        column: x => x.ShareId,
                        principalTable: "ContentShares",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Attachments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Bytes = table.Column<int>(type: "integer", nullable: false),
                    CustomerId = table.Column<Guid>(type: "uuid", nullable: true),
                    AddedById = table.Column<Guid>(type: "uuid", nullable: true),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attachments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Attachments_StoredFiles_Hash",
                        column: x => x.Hash,
                        principalTable: "StoredFiles",
                        principalColumn: "Hash",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StoredFileParts",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredFileParts", x => new { x.Hash, x.Place });
                    table.ForeignKey(
                        name: "FK_StoredFileParts_StoredFiles_Hash",
                        column: x => x.Hash,
                        principalTable: "StoredFiles",
                        principalColumn: "Hash",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AssetVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AssetId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Text = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    FileId = table.Column<Guid>(type: "uuid", nullable: true),
                    Note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    SavedById = table.Column<Guid>(type: "uuid", nullable: true),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssetVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssetVersions_Assets_AssetId",
                        column: x => x.AssetId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AssetVersions_Attachments_FileId",
                        column: x => x.FileId,
                        principalTable: "Attachments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Terms_MergedIntoId",
                table: "Terms",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_Permissions_EvidenceFileId",
                table: "Permissions",
                column: "EvidenceFileId");

            migrationBuilder.CreateIndex(
                name: "IX_Opportunities_MergedIntoId",
                table: "Opportunities",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_SourceId",
                table: "LedgerEntries",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_HistoryEvents_Verb_At",
                table: "HistoryEvents",
                columns: new[] { "Verb", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_MergedIntoId",
                table: "Customers",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_WebDomain",
                table: "Customers",
                column: "WebDomain");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_FileId",
                table: "Assets",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_OwnerId",
                table: "Assets",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_SpeakerId",
                table: "Assets",
                column: "SpeakerId");

            migrationBuilder.CreateIndex(
                name: "IX_AssetTerms_TermId",
                table: "AssetTerms",
                column: "TermId");

            migrationBuilder.CreateIndex(
                name: "IX_AssetVersions_AssetId_Number",
                table: "AssetVersions",
                columns: new[] { "AssetId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssetVersions_FileId",
                table: "AssetVersions",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_AssetWords_AssetId",
                table: "AssetWords",
                column: "AssetId");

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_CustomerId",
                table: "Attachments",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_Hash",
                table: "Attachments",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeProposals_CustomerId",
                table: "ChangeProposals",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeProposals_ProposedById",
                table: "ChangeProposals",
                column: "ProposedById");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeProposals_State_CustomerId",
                table: "ChangeProposals",
                columns: new[] { "State", "CustomerId" });

            migrationBuilder.CreateIndex(
                name: "IX_ContactReveals_At",
                table: "ContactReveals",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_ContactReveals_ContactId",
                table: "ContactReveals",
                column: "ContactId");

            migrationBuilder.CreateIndex(
                name: "IX_ContactReveals_CustomerId_At",
                table: "ContactReveals",
                columns: new[] { "CustomerId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ContactReveals_UserId_On",
                table: "ContactReveals",
                columns: new[] { "UserId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentShareItems_AssetId",
                table: "ContentShareItems",
                column: "AssetId");

            migrationBuilder.CreateIndex(
                name: "IX_ContentShares_CreatedById_CreatedAt",
                table: "ContentShares",
                columns: new[] { "CreatedById", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentShares_LinkId",
                table: "ContentShares",
                column: "LinkId");

            migrationBuilder.CreateIndex(
                name: "IX_ContentShares_OpportunityId",
                table: "ContentShares",
                column: "OpportunityId");

            migrationBuilder.CreateIndex(
                name: "IX_ContentViews_AssetId_At",
                table: "ContentViews",
                columns: new[] { "AssetId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentViews_ShareId_At",
                table: "ContentViews",
                columns: new[] { "ShareId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportAnswers_Field_ValueKey",
                table: "ImportAnswers",
                columns: new[] { "Field", "ValueKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImportMemories_HeadingsKey",
                table: "ImportMemories",
                column: "HeadingsKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImportTraces_BatchId_Row",
                table: "ImportTraces",
                columns: new[] { "BatchId", "Row" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportTraces_RowId",
                table: "ImportTraces",
                column: "RowId");

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_CustomerId",
                table: "Nominations",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_NameKey",
                table: "Nominations",
                column: "NameKey");

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_NominatedById",
                table: "Nominations",
                column: "NominatedById");

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_State_CreatedAt",
                table: "Nominations",
                columns: new[] { "State", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OpportunityAssets_AssetId",
                table: "OpportunityAssets",
                column: "AssetId");

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_OwnerId",
                table: "SavedViews",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_Page_OwnerId",
                table: "SavedViews",
                columns: new[] { "Page", "OwnerId" });

            migrationBuilder.AddForeignKey(
                name: "FK_Assets_Attachments_FileId",
                table: "Assets",
                column: "FileId",
                principalTable: "Attachments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Assets_Contacts_SpeakerId",
                table: "Assets",
                column: "SpeakerId",
                principalTable: "Contacts",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Customers_Customers_MergedIntoId",
                table: "Customers",
                column: "MergedIntoId",
                principalTable: "Customers",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Opportunities_Opportunities_MergedIntoId",
                table: "Opportunities",
                column: "MergedIntoId",
                principalTable: "Opportunities",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Permissions_Attachments_EvidenceFileId",
                table: "Permissions",
                column: "EvidenceFileId",
                principalTable: "Attachments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Terms_Terms_MergedIntoId",
                table: "Terms",
                column: "MergedIntoId",
                principalTable: "Terms",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Assets_Attachments_FileId",
                table: "Assets");

            migrationBuilder.DropForeignKey(
                name: "FK_Assets_Contacts_SpeakerId",
                table: "Assets");

            migrationBuilder.DropForeignKey(
                name: "FK_Customers_Customers_MergedIntoId",
                table: "Customers");

            migrationBuilder.DropForeignKey(
                name: "FK_Opportunities_Opportunities_MergedIntoId",
                table: "Opportunities");

            migrationBuilder.DropForeignKey(
                name: "FK_Permissions_Attachments_EvidenceFileId",
                table: "Permissions");

            migrationBuilder.DropForeignKey(
                name: "FK_Terms_Terms_MergedIntoId",
                table: "Terms");

            migrationBuilder.DropTable(
                name: "AssetTerms");

            migrationBuilder.DropTable(
                name: "AssetVersions");

            migrationBuilder.DropTable(
                name: "AssetWords");

            migrationBuilder.DropTable(
                name: "ChangeProposals");

            migrationBuilder.DropTable(
                name: "ContactReveals");

            migrationBuilder.DropTable(
                name: "ContentShareItems");

            migrationBuilder.DropTable(
                name: "ContentViews");

            migrationBuilder.DropTable(
                name: "ImportAnswers");

            migrationBuilder.DropTable(
                name: "ImportMemories");

            migrationBuilder.DropTable(
                name: "ImportTraces");

            migrationBuilder.DropTable(
                name: "Nominations");

            migrationBuilder.DropTable(
                name: "OpportunityAssets");

            migrationBuilder.DropTable(
                name: "SavedViews");

            migrationBuilder.DropTable(
                name: "StoredFileParts");

            migrationBuilder.DropTable(
                name: "Attachments");

            migrationBuilder.DropTable(
                name: "ContentShares");

            migrationBuilder.DropTable(
                name: "StoredFiles");

            migrationBuilder.DropIndex(
                name: "IX_Terms_MergedIntoId",
                table: "Terms");

            migrationBuilder.DropIndex(
                name: "IX_Permissions_EvidenceFileId",
                table: "Permissions");

            migrationBuilder.DropIndex(
                name: "IX_Opportunities_MergedIntoId",
                table: "Opportunities");

            migrationBuilder.DropIndex(
                name: "IX_LedgerEntries_SourceId",
                table: "LedgerEntries");

            migrationBuilder.DropIndex(
                name: "IX_HistoryEvents_Verb_At",
                table: "HistoryEvents");

            migrationBuilder.DropIndex(
                name: "IX_Customers_MergedIntoId",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_WebDomain",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Assets_FileId",
                table: "Assets");

            migrationBuilder.DropIndex(
                name: "IX_Assets_OwnerId",
                table: "Assets");

            migrationBuilder.DropIndex(
                name: "IX_Assets_SpeakerId",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "Editions",
                table: "Terms");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Terms");

            migrationBuilder.DropColumn(
                name: "Preferred",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "Channels",
                table: "Permissions");

            migrationBuilder.DropColumn(
                name: "EvidenceFileId",
                table: "Permissions");

            migrationBuilder.DropColumn(
                name: "ExpiryRemindedDays",
                table: "Permissions");

            migrationBuilder.DropColumn(
                name: "ExpiryRemindedFor",
                table: "Permissions");

            migrationBuilder.DropColumn(
                name: "RecordedById",
                table: "Permissions");

            migrationBuilder.DropColumn(
                name: "Regions",
                table: "Permissions");

            migrationBuilder.DropColumn(
                name: "LeadHealth",
                table: "Organisations");

            migrationBuilder.DropColumn(
                name: "RepExportMost",
                table: "Organisations");

            migrationBuilder.DropColumn(
                name: "RepsMayExport",
                table: "Organisations");

            migrationBuilder.DropColumn(
                name: "VerifyEveryDays",
                table: "Organisations");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Opportunities");

            migrationBuilder.DropColumn(
                name: "UndoneAt",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "UndoneById",
                table: "ImportBatches");

            migrationBuilder.DropColumn(
                name: "ArchivedAt",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "ArchivedById",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "VerifyRemindedAt",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "VerifyRemindedFor",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "WebDomain",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "ExternalId",
                table: "Contacts");

            migrationBuilder.DropColumn(
                name: "Confidentiality",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "ExpiryRemindedFor",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "FileId",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "NextReviewOn",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "OwnerId",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "ReviewRemindedFor",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "SpeakerId",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "State",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "Summary",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "UpdatedAt",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "VersionNumber",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "WithdrawnReason",
                table: "Assets");

            migrationBuilder.AlterColumn<string>(
                name: "Text",
                table: "Assets",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text",
                oldMaxLength: -1,
                oldNullable: true);
        }
    }
}
