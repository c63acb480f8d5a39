using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;

#nullable disable

namespace Participation.Web.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "active_months",
                columns: table => new
                {
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    people = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_active_months", x => x.month);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    action = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    detail = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    previous_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_heads",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_heads", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "bodies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    short_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    classification = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    predecessor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    publication_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    publication_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    publication_withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    origin = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    announced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bodies", x => x.id);
                    table.ForeignKey(
                        name: "fk_bodies_bodies_predecessor_id",
                        column: x => x.predecessor_id,
                        principalTable: "bodies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "channel_events",
                columns: table => new
                {
                    channel_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_number = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_channel_events", x => new { x.channel_key, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "channels",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_channels", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "council_people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    family_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    given_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    publication_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    publication_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    publication_withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    origin = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    announced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_council_people", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "counters",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    value = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_counters", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: true),
                    xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "districts",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    order = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_districts", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "fingerprint_keys",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    @sealed = table.Column<string>(name: "sealed", type: "character varying(500)", maxLength: 500, nullable: true),
                    check = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fingerprint_keys", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "leases",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    holder = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    until = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leases", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "legislative_terms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    publication_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    publication_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    publication_withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    origin = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    announced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legislative_terms", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "locations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    listed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    plan_description = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    plan_latitude = table.Column<double>(type: "double precision", nullable: true),
                    plan_locality = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    plan_longitude = table.Column<double>(type: "double precision", nullable: true),
                    plan_postal_code = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    plan_room = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    plan_street_address = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    origin = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_locations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "name_reservations",
                columns: table => new
                {
                    normalized_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_name_reservations", x => x.normalized_name);
                });

            migrationBuilder.CreateTable(
                name: "online_services",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    key = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: true),
                    description = table.Column<string>(type: "character varying(800)", maxLength: 800, nullable: false),
                    model = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    light = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    light_is_set = table.Column<bool>(type: "boolean", nullable: false),
                    light_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    note = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    office = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    publication_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    publication_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    publication_withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_online_services", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "oparl_sources",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    url = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    body_number = table.Column<int>(type: "integer", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    run_began = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    list = table.Column<int>(type: "integer", nullable: false),
                    next = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    is_full = table.Column<bool>(type: "boolean", nullable: false),
                    page = table.Column<int>(type: "integer", nullable: false),
                    last_run_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_oparl_sources", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "open_iddict_applications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    client_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    client_secret = table.Column<string>(type: "text", nullable: true),
                    client_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    concurrency_token = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    consent_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    display_name = table.Column<string>(type: "text", nullable: true),
                    display_names = table.Column<string>(type: "text", nullable: true),
                    json_web_key_set = table.Column<string>(type: "text", nullable: true),
                    permissions = table.Column<string>(type: "text", nullable: true),
                    post_logout_redirect_uris = table.Column<string>(type: "text", nullable: true),
                    properties = table.Column<string>(type: "text", nullable: true),
                    redirect_uris = table.Column<string>(type: "text", nullable: true),
                    requirements = table.Column<string>(type: "text", nullable: true),
                    settings = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_open_iddict_applications", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "open_iddict_scopes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    concurrency_token = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    description = table.Column<string>(type: "text", nullable: true),
                    descriptions = table.Column<string>(type: "text", nullable: true),
                    display_name = table.Column<string>(type: "text", nullable: true),
                    display_names = table.Column<string>(type: "text", nullable: true),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    properties = table.Column<string>(type: "text", nullable: true),
                    resources = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_open_iddict_scopes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    kind = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    website = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    contact = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    about_html = table.Column<string>(type: "text", nullable: false),
                    about_markdown = table.Column<string>(type: "text", nullable: false),
                    about_pipeline_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    section = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    summary = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    body_html = table.Column<string>(type: "text", nullable: false),
                    body_markdown = table.Column<string>(type: "text", nullable: false),
                    body_pipeline_version = table.Column<int>(type: "integer", nullable: false),
                    publication_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    publication_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    publication_withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    display_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    normalized_display_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    verification = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    district_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    joined_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    silenced_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    suspended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "processes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    question = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    summary = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    stance_mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    moderation_mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    required_verification = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    answer_within_days = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    rules_html = table.Column<string>(type: "text", nullable: false),
                    rules_markdown = table.Column<string>(type: "text", nullable: false),
                    rules_pipeline_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_processes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reason_templates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ground = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reason_templates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "signing_keys",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    announced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    active_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    signing = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    sealing = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signing_keys", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "spent_puzzles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    waited = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_spent_puzzles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "strategies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    subtitle = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    publisher = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    notice = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    file_address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    file_dated = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    file_format = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    file_kilobytes = table.Column<int>(type: "integer", nullable: true),
                    file_pages = table.Column<int>(type: "integer", nullable: true),
                    file_place = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    publication_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    publication_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    publication_withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    summary_html = table.Column<string>(type: "text", nullable: false),
                    summary_markdown = table.Column<string>(type: "text", nullable: false),
                    summary_pipeline_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_strategies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "topics",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    description = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_topics", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "transparency_records",
                columns: table => new
                {
                    period = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    json = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_transparency_records", x => x.period);
                });

            migrationBuilder.CreateTable(
                name: "papers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    reference = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    date = table.Column<DateOnly>(type: "date", nullable: true),
                    paper_type = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    under_direction_of_id = table.Column<Guid>(type: "uuid", nullable: true),
                    announced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    search_vector = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: true, computedColumnSql: "setweight(to_tsvector('german', coalesce(name, '')), 'A') || setweight(to_tsvector('german', coalesce(reference, '')), 'B') || to_tsvector('german', coalesce(summary_markdown, ''))", stored: true),
                    publication_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    publication_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    publication_withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    summary_html = table.Column<string>(type: "text", nullable: false),
                    summary_markdown = table.Column<string>(type: "text", nullable: false),
                    summary_pipeline_version = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    origin = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_papers", x => x.id);
                    table.ForeignKey(
                        name: "fk_papers_bodies_under_direction_of_id",
                        column: x => x.under_direction_of_id,
                        principalTable: "bodies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "body_memberships",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    body_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    voting_right = table.Column<bool>(type: "boolean", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    origin = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_body_memberships", x => x.id);
                    table.ForeignKey(
                        name: "fk_body_memberships_bodies_body_id",
                        column: x => x.body_id,
                        principalTable: "bodies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_body_memberships_council_people_person_id",
                        column: x => x.person_id,
                        principalTable: "council_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "body_terms",
                columns: table => new
                {
                    body_id = table.Column<Guid>(type: "uuid", nullable: false),
                    term_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_body_terms", x => new { x.body_id, x.term_id });
                    table.ForeignKey(
                        name: "fk_body_terms_bodies_body_id",
                        column: x => x.body_id,
                        principalTable: "bodies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_body_terms_legislative_terms_term_id",
                        column: x => x.term_id,
                        principalTable: "legislative_terms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meetings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    cancelled = table.Column<bool>(type: "boolean", nullable: false),
                    start = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    location_id = table.Column<Guid>(type: "uuid", nullable: true),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    announced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    note_html = table.Column<string>(type: "text", nullable: false),
                    note_markdown = table.Column<string>(type: "text", nullable: false),
                    note_pipeline_version = table.Column<int>(type: "integer", nullable: false),
                    publication_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    publication_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    publication_withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    origin = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meetings", x => x.id);
                    table.ForeignKey(
                        name: "fk_meetings_bodies_body_id",
                        column: x => x.body_id,
                        principalTable: "bodies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meetings_locations_location_id",
                        column: x => x.location_id,
                        principalTable: "locations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "oparl_waitings",
                columns: table => new
                {
                    source_id = table.Column<Guid>(type: "uuid", nullable: false),
                    origin = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    json = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_oparl_waitings", x => new { x.source_id, x.origin });
                    table.ForeignKey(
                        name: "fk_oparl_waitings_oparl_sources_source_id",
                        column: x => x.source_id,
                        principalTable: "oparl_sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "open_iddict_authorizations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: true),
                    concurrency_token = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    creation_date = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    properties = table.Column<string>(type: "text", nullable: true),
                    scopes = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    subject = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_open_iddict_authorizations", x => x.id);
                    table.ForeignKey(
                        name: "fk_open_iddict_authorizations_open_iddict_applications_applica~",
                        column: x => x.application_id,
                        principalTable: "open_iddict_applications",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code_secret = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    code_step = table.Column<long>(type: "bigint", nullable: false),
                    blocked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_sign_in_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => x.id);
                    table.ForeignKey(
                        name: "fk_accounts_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_claims",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    home = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    part = table.Column<int>(type: "integer", nullable: false),
                    held_by = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taking = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_claims", x => new { x.kind, x.home, x.number, x.part });
                    table.ForeignKey(
                        name: "fk_case_claims_people_held_by",
                        column: x => x.held_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    about_id = table.Column<Guid>(type: "uuid", nullable: false),
                    writer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    submission_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_notes_people_about_id",
                        column: x => x.about_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_notes_people_writer_id",
                        column: x => x.writer_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "comments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    root_id = table.Column<Guid>(type: "uuid", nullable: false),
                    depth = table.Column<int>(type: "integer", nullable: false),
                    path = table.Column<string>(type: "character varying(28)", maxLength: 28, nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    label = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    posted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    edited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    removal_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    is_held = table.Column<bool>(type: "boolean", nullable: false),
                    lock_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    reply_count = table.Column<int>(type: "integer", nullable: false),
                    thread_active_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    text_version = table.Column<int>(type: "integer", nullable: false),
                    needs_look = table.Column<bool>(type: "boolean", nullable: false),
                    submission_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    body_html = table.Column<string>(type: "text", nullable: false),
                    body_markdown = table.Column<string>(type: "text", nullable: false),
                    body_pipeline_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comments", x => x.id);
                    table.ForeignKey(
                        name: "fk_comments_comments_parent_id",
                        column: x => x.parent_id,
                        principalTable: "comments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_comments_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_comments_people_author_id",
                        column: x => x.author_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "content_versions",
                columns: table => new
                {
                    subject_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    figures = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    figures_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_content_versions", x => new { x.subject_kind, x.subject_id, x.number });
                    table.ForeignKey(
                        name: "fk_content_versions_people_by",
                        column: x => x.by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "data_exports",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    parts_done = table.Column<int>(type: "integer", nullable: false),
                    parts_total = table.Column<int>(type: "integer", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    size = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_exports", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_data_exports_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    measure = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ground = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    norm = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    facts = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    automated = table.Column<bool>(type: "boolean", nullable: false),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    hours = table.Column<int>(type: "integer", nullable: true),
                    revokes_id = table.Column<Guid>(type: "uuid", nullable: true),
                    batch = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_decisions_decisions_revokes_id",
                        column: x => x.revokes_id,
                        principalTable: "decisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_decisions_people_author_id",
                        column: x => x.author_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_decisions_people_decided_by",
                        column: x => x.decided_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "desk_codes",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_desk_codes", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_desk_codes_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    bytes = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sha512 = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    text = table.Column<string>(type: "character varying(400000)", maxLength: 400000, nullable: false),
                    pages = table.Column<int>(type: "integer", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_by = table.Column<Guid>(type: "uuid", nullable: true),
                    is_standalone = table.Column<bool>(type: "boolean", nullable: false),
                    listed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    origin = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    external_url = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    mime_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    search_vector = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: true, computedColumnSql: "setweight(to_tsvector('german', coalesce(title, '')), 'A') || to_tsvector('german', left(coalesce(text, ''), 200000))", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_people_published_by",
                        column: x => x.published_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "erasures",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    choice = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reminded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasures", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_erasures_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "findings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text_version = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    detail = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    found_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_findings", x => x.id);
                    table.ForeignKey(
                        name: "fk_findings_people_author_id",
                        column: x => x.author_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "guard_rules",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    rules = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    changed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_guard_rules", x => x.number);
                    table.ForeignKey(
                        name: "fk_guard_rules_people_changed_by",
                        column: x => x.changed_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    normalized_email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    token_hash = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false),
                    invited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    accepted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => x.id);
                    table.ForeignKey(
                        name: "fk_invitations_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_invitations_people_accepted_by",
                        column: x => x.accepted_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kept_forms",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    fields = table.Column<string>(type: "character varying(400000)", maxLength: 400000, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_forms", x => new { x.person_id, x.key });
                    table.ForeignKey(
                        name: "fk_kept_forms_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "letter_batches",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    letters = table.Column<int>(type: "integer", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letter_batches", x => x.number);
                    table.ForeignKey(
                        name: "fk_letter_batches_people_made_by",
                        column: x => x.made_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "letter_requests",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    recipient = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    code = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    code_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    tries_left = table.Column<int>(type: "integer", nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    batch_number = table.Column<int>(type: "integer", nullable: true),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letter_requests", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_letter_requests_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "memberships",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_memberships", x => new { x.person_id, x.organisation_id });
                    table.ForeignKey(
                        name: "fk_memberships_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_memberships_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notifications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    discussion_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    idea_number = table.Column<int>(type: "integer", nullable: false),
                    comment_number = table.Column<int>(type: "integer", nullable: true),
                    case_number = table.Column<int>(type: "integer", nullable: true),
                    title = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    detail = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notifications", x => x.id);
                    table.ForeignKey(
                        name: "fk_notifications_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "proposals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    summary = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    read_along = table.Column<bool>(type: "boolean", nullable: false),
                    started_by = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    active_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    submission_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    words_version = table.Column<int>(type: "integer", nullable: false),
                    committee = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    handed_over_on = table.Column<DateOnly>(type: "date", nullable: true),
                    committee_reference = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    round = table.Column<int>(type: "integer", nullable: false),
                    content_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    sign_by = table.Column<DateOnly>(type: "date", nullable: true),
                    hidden_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    hidden_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposals", x => x.id);
                    table.ForeignKey(
                        name: "fk_proposals_people_started_by",
                        column: x => x.started_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reported_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text_version = table.Column<int>(type: "integer", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    head = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    kept_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reported_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_reported_versions_people_author_id",
                        column: x => x.author_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "residence_proofs",
                columns: table => new
                {
                    fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    method = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    proved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    confirmed_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_residence_proofs", x => x.fingerprint);
                    table.ForeignKey(
                        name: "fk_residence_proofs_people_confirmed_by",
                        column: x => x.confirmed_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_residence_proofs_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_states",
                columns: table => new
                {
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    key = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: true),
                    description = table.Column<string>(type: "character varying(800)", maxLength: 800, nullable: false),
                    model = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    light = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    light_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    note = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    office = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    listed_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    withdrawn_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_states", x => new { x.service_id, x.version });
                    table.ForeignKey(
                        name: "fk_service_states_online_services_service_id",
                        column: x => x.service_id,
                        principalTable: "online_services",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_service_states_people_by",
                        column: x => x.by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "uploads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    alt = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    width = table.Column<int>(type: "integer", nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false),
                    bytes = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_by_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    used_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_uploads", x => x.id);
                    table.ForeignKey(
                        name: "fk_uploads_people_owner_id",
                        column: x => x.owner_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "writings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sketch = table.Column<byte[]>(type: "bytea", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_writings", x => x.id);
                    table.ForeignKey(
                        name: "fk_writings_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "process_activities",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    process_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opens_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closes_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_process_activities", x => new { x.process_id, x.kind });
                    table.ForeignKey(
                        name: "fk_process_activities_processes_process_id",
                        column: x => x.process_id,
                        principalTable: "processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "process_phases",
                columns: table => new
                {
                    order = table.Column<int>(type: "integer", nullable: false),
                    process_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    note = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_process_phases", x => new { x.process_id, x.order });
                    table.ForeignKey(
                        name: "fk_process_phases_processes_process_id",
                        column: x => x.process_id,
                        principalTable: "processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "results",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    process_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    summary = table.Column<string>(type: "character varying(1200)", maxLength: 1200, nullable: false),
                    signed_off_on = table.Column<DateOnly>(type: "date", nullable: true),
                    signed_off_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    figures = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    figures_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    announced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    adopted_html = table.Column<string>(type: "text", nullable: false),
                    adopted_markdown = table.Column<string>(type: "text", nullable: false),
                    adopted_pipeline_version = table.Column<int>(type: "integer", nullable: false),
                    not_adopted_html = table.Column<string>(type: "text", nullable: false),
                    not_adopted_markdown = table.Column<string>(type: "text", nullable: false),
                    not_adopted_pipeline_version = table.Column<int>(type: "integer", nullable: false),
                    publication_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    publication_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    publication_withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_results", x => x.id);
                    table.ForeignKey(
                        name: "fk_results_processes_process_id",
                        column: x => x.process_id,
                        principalTable: "processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "fields_of_action",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    strategy_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    description = table.Column<string>(type: "character varying(800)", maxLength: 800, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fields_of_action", x => x.id);
                    table.ForeignKey(
                        name: "fk_fields_of_action_strategies_strategy_id",
                        column: x => x.strategy_id,
                        principalTable: "strategies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "strategy_status_dates",
                columns: table => new
                {
                    order = table.Column<int>(type: "integer", nullable: false),
                    strategy_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    label = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    source = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_strategy_status_dates", x => new { x.strategy_id, x.order });
                    table.ForeignKey(
                        name: "fk_strategy_status_dates_strategies_strategy_id",
                        column: x => x.strategy_id,
                        principalTable: "strategies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "articles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    teaser = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    source_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    source_url = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    topic_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    district_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    submission_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    body_html = table.Column<string>(type: "text", nullable: false),
                    body_markdown = table.Column<string>(type: "text", nullable: false),
                    body_pipeline_version = table.Column<int>(type: "integer", nullable: false),
                    publication_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    publication_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    publication_withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_articles", x => x.id);
                    table.ForeignKey(
                        name: "fk_articles_districts_district_key",
                        column: x => x.district_key,
                        principalTable: "districts",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_articles_topics_topic_key",
                        column: x => x.topic_key,
                        principalTable: "topics",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ideas",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: true),
                    process_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    summary = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    topic_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    district_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    place = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text_version = table.Column<int>(type: "integer", nullable: false),
                    for_count = table.Column<int>(type: "integer", nullable: false),
                    neutral_count = table.Column<int>(type: "integer", nullable: false),
                    against_count = table.Column<int>(type: "integer", nullable: false),
                    contention = table.Column<int>(type: "integer", nullable: false),
                    comment_count = table.Column<int>(type: "integer", nullable: false),
                    last_comment_number = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    active_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next_date = table.Column<DateOnly>(type: "date", nullable: true),
                    responsible_organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    responsible_unit = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    merged_into_id = table.Column<Guid>(type: "uuid", nullable: true),
                    hidden_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_held = table.Column<bool>(type: "boolean", nullable: false),
                    removal_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    lock_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    assisted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    needs_look = table.Column<bool>(type: "boolean", nullable: false),
                    submission_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    search_vector = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: true, computedColumnSql: "setweight(to_tsvector('german', coalesce(title, '')), 'A') || setweight(to_tsvector('german', coalesce(summary, '')), 'B') || to_tsvector('german', coalesce(body_markdown, ''))", stored: true),
                    body_html = table.Column<string>(type: "text", nullable: false),
                    body_markdown = table.Column<string>(type: "text", nullable: false),
                    body_pipeline_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ideas", x => x.id);
                    table.ForeignKey(
                        name: "fk_ideas_districts_district_key",
                        column: x => x.district_key,
                        principalTable: "districts",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ideas_ideas_merged_into_id",
                        column: x => x.merged_into_id,
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ideas_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ideas_organisations_responsible_organisation_id",
                        column: x => x.responsible_organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ideas_people_author_id",
                        column: x => x.author_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ideas_processes_process_id",
                        column: x => x.process_id,
                        principalTable: "processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ideas_topics_topic_key",
                        column: x => x.topic_key,
                        principalTable: "topics",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "discussed_texts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    process_id = table.Column<Guid>(type: "uuid", nullable: false),
                    strategy_id = table.Column<Guid>(type: "uuid", nullable: true),
                    paper_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    submission_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    lead_html = table.Column<string>(type: "text", nullable: false),
                    lead_markdown = table.Column<string>(type: "text", nullable: false),
                    lead_pipeline_version = table.Column<int>(type: "integer", nullable: false),
                    publication_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    publication_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    publication_withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discussed_texts", x => x.id);
                    table.ForeignKey(
                        name: "fk_discussed_texts_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_discussed_texts_processes_process_id",
                        column: x => x.process_id,
                        principalTable: "processes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_discussed_texts_strategies_strategy_id",
                        column: x => x.strategy_id,
                        principalTable: "strategies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "agenda_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sign = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    is_public = table.Column<bool>(type: "boolean", nullable: false),
                    called_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    origin = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agenda_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_agenda_items_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meetings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "open_iddict_tokens",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: true),
                    authorization_id = table.Column<Guid>(type: "uuid", nullable: true),
                    concurrency_token = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    creation_date = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    expiration_date = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    payload = table.Column<string>(type: "text", nullable: true),
                    properties = table.Column<string>(type: "text", nullable: true),
                    redemption_date = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reference_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    subject = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    type = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_open_iddict_tokens", x => x.id);
                    table.ForeignKey(
                        name: "fk_open_iddict_tokens_open_iddict_applications_application_id",
                        column: x => x.application_id,
                        principalTable: "open_iddict_applications",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_open_iddict_tokens_open_iddict_authorizations_authorization~",
                        column: x => x.authorization_id,
                        principalTable: "open_iddict_authorizations",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "account_identities",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    issuer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    authority = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    resides_here = table.Column<bool>(type: "boolean", nullable: false),
                    asserted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    connected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_identities", x => x.key);
                    table.ForeignKey(
                        name: "fk_account_identities_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_recovery_codes",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_recovery_codes", x => new { x.account_id, x.hash });
                    table.ForeignKey(
                        name: "fk_account_recovery_codes_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_sessions",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    user_agent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_sessions", x => x.key);
                    table.ForeignKey(
                        name: "fk_account_sessions_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "asp_net_user_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_user_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_asp_net_user_claims_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "asp_net_user_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    provider_key = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_user_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_asp_net_user_logins_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "asp_net_user_passkeys",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    Data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_user_passkeys", x => x.credential_id);
                    table.ForeignKey(
                        name: "fk_asp_net_user_passkeys_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "asp_net_user_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_user_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_asp_net_user_tokens_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "comment_addresses",
                columns: table => new
                {
                    idea_number = table.Column<int>(type: "integer", nullable: false),
                    comment_number = table.Column<int>(type: "integer", nullable: false),
                    comment_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comment_addresses", x => new { x.idea_number, x.comment_number });
                    table.ForeignKey(
                        name: "fk_comment_addresses_comments_comment_id",
                        column: x => x.comment_id,
                        principalTable: "comments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "comment_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    comment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comment_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_comment_versions_comments_comment_id",
                        column: x => x.comment_id,
                        principalTable: "comments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "decision_mails",
                columns: table => new
                {
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision_mails", x => x.decision_id);
                    table.ForeignKey(
                        name: "fk_decision_mails_decisions_decision_id",
                        column: x => x.decision_id,
                        principalTable: "decisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text_version = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    explanation = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    notifier_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    weight = table.Column<double>(type: "double precision", nullable: false),
                    key_hash = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false),
                    is_confirmed_by_mail = table.Column<bool>(type: "boolean", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notices", x => x.id);
                    table.ForeignKey(
                        name: "fk_notices_decisions_decision_id",
                        column: x => x.decision_id,
                        principalTable: "decisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notices_people_notifier_id",
                        column: x => x.notifier_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attachments",
                columns: table => new
                {
                    subject_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachments", x => new { x.subject_kind, x.subject_id, x.document_id });
                    table.ForeignKey(
                        name: "fk_attachments_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "paper_proposals",
                columns: table => new
                {
                    paper_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_proposals", x => new { x.paper_id, x.proposal_id });
                    table.ForeignKey(
                        name: "fk_paper_proposals_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_paper_proposals_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "passage_comments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    body = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    resolved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    resolved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    submission_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    passage_from = table.Column<int>(type: "integer", nullable: false),
                    passage_is_gone = table.Column<bool>(type: "boolean", nullable: false),
                    passage_quote = table.Column<string>(type: "character varying(3000)", maxLength: 3000, nullable: false),
                    passage_section = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    passage_text_id = table.Column<Guid>(type: "uuid", nullable: false),
                    passage_to = table.Column<int>(type: "integer", nullable: false),
                    passage_version = table.Column<int>(type: "integer", nullable: false),
                    hidden_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    hidden_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_passage_comments", x => x.id);
                    table.ForeignKey(
                        name: "fk_passage_comments_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_passage_comments_passage_comments_parent_id",
                        column: x => x.parent_id,
                        principalTable: "passage_comments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_passage_comments_people_author_id",
                        column: x => x.author_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_passage_comments_people_resolved_by",
                        column: x => x.resolved_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_passage_comments_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "proposal_authors",
                columns: table => new
                {
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    invited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    joined_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal_authors", x => new { x.proposal_id, x.organisation_id });
                    table.ForeignKey(
                        name: "fk_proposal_authors_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_proposal_authors_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "proposal_costs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    label = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    one_off = table.Column<long>(type: "bigint", nullable: true),
                    yearly = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal_costs", x => x.id);
                    table.ForeignKey(
                        name: "fk_proposal_costs_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "proposal_pdfs",
                columns: table => new
                {
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    content_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal_pdfs", x => x.proposal_id);
                    table.ForeignKey(
                        name: "fk_proposal_pdfs_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "proposal_reminders",
                columns: table => new
                {
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    sign_by = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal_reminders", x => new { x.proposal_id, x.round, x.sign_by, x.kind });
                    table.ForeignKey(
                        name: "fk_proposal_reminders_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "proposal_revisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    content_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    text_versions = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    stands_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal_revisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_proposal_revisions_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_proposal_revisions_people_by",
                        column: x => x.by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_proposal_revisions_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "proposal_sign_offs",
                columns: table => new
                {
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    content_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    voided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal_sign_offs", x => new { x.proposal_id, x.round, x.organisation_id });
                    table.ForeignKey(
                        name: "fk_proposal_sign_offs_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_proposal_sign_offs_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_proposal_sign_offs_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "shared_texts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    beginning = table.Column<string>(type: "text", nullable: false),
                    snapshot = table.Column<string>(type: "text", nullable: false),
                    snapshot_version = table.Column<int>(type: "integer", nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shared_texts", x => x.id);
                    table.ForeignKey(
                        name: "fk_shared_texts_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "suggestions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    replacement = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_held = table.Column<bool>(type: "boolean", nullable: false),
                    needs_look = table.Column<bool>(type: "boolean", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_for = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    accepted_version = table.Column<int>(type: "integer", nullable: true),
                    submission_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    passage_from = table.Column<int>(type: "integer", nullable: false),
                    passage_is_gone = table.Column<bool>(type: "boolean", nullable: false),
                    passage_quote = table.Column<string>(type: "character varying(3000)", maxLength: 3000, nullable: false),
                    passage_section = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    passage_text_id = table.Column<Guid>(type: "uuid", nullable: false),
                    passage_to = table.Column<int>(type: "integer", nullable: false),
                    passage_version = table.Column<int>(type: "integer", nullable: false),
                    hidden_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    hidden_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suggestions", x => x.id);
                    table.ForeignKey(
                        name: "fk_suggestions_organisations_decided_for",
                        column: x => x.decided_for,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_suggestions_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_suggestions_people_author_id",
                        column: x => x.author_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_suggestions_people_decided_by",
                        column: x => x.decided_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_suggestions_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reported_images",
                columns: table => new
                {
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    upload_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reported_images", x => new { x.version_id, x.upload_id });
                    table.ForeignKey(
                        name: "fk_reported_images_reported_versions_version_id",
                        column: x => x.version_id,
                        principalTable: "reported_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_reported_images_uploads_upload_id",
                        column: x => x.upload_id,
                        principalTable: "uploads",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "upload_files",
                columns: table => new
                {
                    upload_id = table.Column<Guid>(type: "uuid", nullable: false),
                    width = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_upload_files", x => new { x.upload_id, x.width });
                    table.ForeignKey(
                        name: "fk_upload_files_uploads_upload_id",
                        column: x => x.upload_id,
                        principalTable: "uploads",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "measures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    field_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    responsible_organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    responsible_unit = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status_reason = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    told_status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    progress = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    description_html = table.Column<string>(type: "text", nullable: false),
                    description_markdown = table.Column<string>(type: "text", nullable: false),
                    description_pipeline_version = table.Column<int>(type: "integer", nullable: false),
                    publication_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    publication_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    publication_withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measures", x => x.id);
                    table.ForeignKey(
                        name: "fk_measures_fields_of_action_field_id",
                        column: x => x.field_id,
                        principalTable: "fields_of_action",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_measures_organisations_responsible_organisation_id",
                        column: x => x.responsible_organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "article_keywords",
                columns: table => new
                {
                    order = table.Column<int>(type: "integer", nullable: false),
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article_keywords", x => new { x.article_id, x.order });
                    table.ForeignKey(
                        name: "fk_article_keywords_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "idea_claims",
                columns: table => new
                {
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    secret = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idea_claims", x => x.idea_id);
                    table.ForeignKey(
                        name: "fk_idea_claims_ideas_idea_id",
                        column: x => x.idea_id,
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "idea_events",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    other_number = table.Column<int>(type: "integer", nullable: true),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idea_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_idea_events_ideas_idea_id",
                        column: x => x.idea_id,
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "idea_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    summary = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    written_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idea_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_idea_versions_ideas_idea_id",
                        column: x => x.idea_id,
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "paper_ideas",
                columns: table => new
                {
                    paper_id = table.Column<Guid>(type: "uuid", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_ideas", x => new { x.paper_id, x.idea_id });
                    table.ForeignKey(
                        name: "fk_paper_ideas_ideas_idea_id",
                        column: x => x.idea_id,
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_paper_ideas_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "proposal_ideas",
                columns: table => new
                {
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal_ideas", x => new { x.proposal_id, x.idea_id });
                    table.ForeignKey(
                        name: "fk_proposal_ideas_ideas_idea_id",
                        column: x => x.idea_id,
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_proposal_ideas_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "stances",
                columns: table => new
                {
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    on_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stances", x => new { x.idea_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_stances_ideas_idea_id",
                        column: x => x.idea_id,
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_stances_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "passages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    text_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    struck_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    comment_count = table.Column<int>(type: "integer", nullable: false),
                    last_comment_number = table.Column<int>(type: "integer", nullable: false),
                    body_html = table.Column<string>(type: "text", nullable: false),
                    body_markdown = table.Column<string>(type: "text", nullable: false),
                    body_pipeline_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_passages", x => x.id);
                    table.ForeignKey(
                        name: "fk_passages_discussed_texts_text_id",
                        column: x => x.text_id,
                        principalTable: "discussed_texts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "consultations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    paper_id = table.Column<Guid>(type: "uuid", nullable: false),
                    body_id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: true),
                    agenda_item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    authoritative = table.Column<bool>(type: "boolean", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    origin = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultations", x => x.id);
                    table.ForeignKey(
                        name: "fk_consultations_agenda_items_agenda_item_id",
                        column: x => x.agenda_item_id,
                        principalTable: "agenda_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultations_bodies_body_id",
                        column: x => x.body_id,
                        principalTable: "bodies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultations_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meetings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultations_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meeting_floors",
                columns: table => new
                {
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    current_item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    current_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    previous_item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    began_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    questions_open = table.Column<bool>(type: "boolean", nullable: false),
                    last_question = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_floors", x => x.meeting_id);
                    table.ForeignKey(
                        name: "fk_meeting_floors_agenda_items_current_item_id",
                        column: x => x.current_item_id,
                        principalTable: "agenda_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meeting_floors_agenda_items_previous_item_id",
                        column: x => x.previous_item_id,
                        principalTable: "agenda_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meeting_floors_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meetings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meeting_questions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    likes = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reply = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    speaker = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    reply_day = table.Column<DateOnly>(type: "date", nullable: true),
                    replied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    replied_by = table.Column<Guid>(type: "uuid", nullable: true),
                    is_held = table.Column<bool>(type: "boolean", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    submission_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    hidden_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    hidden_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_questions", x => x.id);
                    table.ForeignKey(
                        name: "fk_meeting_questions_agenda_items_item_id",
                        column: x => x.item_id,
                        principalTable: "agenda_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meeting_questions_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meetings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meeting_questions_people_author_id",
                        column: x => x.author_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meeting_questions_people_replied_by",
                        column: x => x.replied_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "planned_resolutions",
                columns: table => new
                {
                    agenda_item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    form = table.Column<string>(type: "character varying(121720)", maxLength: 121720, nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    planned_by = table.Column<Guid>(type: "uuid", nullable: false),
                    planned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    failed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planned_resolutions", x => x.agenda_item_id);
                    table.ForeignKey(
                        name: "fk_planned_resolutions_agenda_items_agenda_item_id",
                        column: x => x.agenda_item_id,
                        principalTable: "agenda_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_planned_resolutions_people_planned_by",
                        column: x => x.planned_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "resolutions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agenda_item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    result = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    yes = table.Column<int>(type: "integer", nullable: true),
                    no = table.Column<int>(type: "integer", nullable: true),
                    abstentions = table.Column<int>(type: "integer", nullable: true),
                    unanimous = table.Column<bool>(type: "boolean", nullable: true),
                    published_by = table.Column<Guid>(type: "uuid", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    retracted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    retract_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    origin = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resolutions", x => x.id);
                    table.ForeignKey(
                        name: "fk_resolutions_agenda_items_agenda_item_id",
                        column: x => x.agenda_item_id,
                        principalTable: "agenda_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_resolutions_people_published_by",
                        column: x => x.published_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "authority_sessions",
                columns: table => new
                {
                    session_key = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false),
                    authority = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    identity_key = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false),
                    foreign_key = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: true),
                    hint = table.Column<string>(type: "character varying(12000)", maxLength: 12000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_authority_sessions", x => x.session_key);
                    table.ForeignKey(
                        name: "fk_authority_sessions_account_sessions_session_key",
                        column: x => x.session_key,
                        principalTable: "account_sessions",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "complaints",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    filed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    filed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    granted_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reasons = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_complaints", x => x.id);
                    table.ForeignKey(
                        name: "fk_complaints_decisions_decision_id",
                        column: x => x.decision_id,
                        principalTable: "decisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_complaints_decisions_granted_by_id",
                        column: x => x.granted_by_id,
                        principalTable: "decisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_complaints_notices_notice_id",
                        column: x => x.notice_id,
                        principalTable: "notices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_complaints_people_decided_by",
                        column: x => x.decided_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_complaints_people_filed_by",
                        column: x => x.filed_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "proposal_revision_writers",
                columns: table => new
                {
                    revision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal_revision_writers", x => new { x.revision_id, x.organisation_id });
                    table.ForeignKey(
                        name: "fk_proposal_revision_writers_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_proposal_revision_writers_proposal_revisions_revision_id",
                        column: x => x.revision_id,
                        principalTable: "proposal_revisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "shared_text_updates",
                columns: table => new
                {
                    text_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    client = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    changes = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shared_text_updates", x => new { x.text_id, x.version });
                    table.ForeignKey(
                        name: "fk_shared_text_updates_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_shared_text_updates_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_shared_text_updates_shared_texts_text_id",
                        column: x => x.text_id,
                        principalTable: "shared_texts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "measure_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    measure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    milestone = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    before = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    after = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    reason = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measure_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_measure_changes_measures_measure_id",
                        column: x => x.measure_id,
                        principalTable: "measures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_measure_changes_people_by",
                        column: x => x.by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "measure_ideas",
                columns: table => new
                {
                    measure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measure_ideas", x => new { x.measure_id, x.idea_id });
                    table.ForeignKey(
                        name: "fk_measure_ideas_ideas_idea_id",
                        column: x => x.idea_id,
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_measure_ideas_measures_measure_id",
                        column: x => x.measure_id,
                        principalTable: "measures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "measure_papers",
                columns: table => new
                {
                    measure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    paper_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measure_papers", x => new { x.measure_id, x.paper_id });
                    table.ForeignKey(
                        name: "fk_measure_papers_measures_measure_id",
                        column: x => x.measure_id,
                        principalTable: "measures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_measure_papers_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "measure_proposals",
                columns: table => new
                {
                    measure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measure_proposals", x => new { x.measure_id, x.proposal_id });
                    table.ForeignKey(
                        name: "fk_measure_proposals_measures_measure_id",
                        column: x => x.measure_id,
                        principalTable: "measures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_measure_proposals_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "milestones",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    measure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_milestones", x => x.id);
                    table.ForeignKey(
                        name: "fk_milestones_measures_measure_id",
                        column: x => x.measure_id,
                        principalTable: "measures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "question_likes",
                columns: table => new
                {
                    question_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_question_likes", x => new { x.question_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_question_likes_meeting_questions_question_id",
                        column: x => x.question_id,
                        principalTable: "meeting_questions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_question_likes_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "official_answers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    responsible_organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    responsible_unit = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    next_date = table.Column<DateOnly>(type: "date", nullable: true),
                    resolution_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: false),
                    text_html = table.Column<string>(type: "text", nullable: false),
                    text_markdown = table.Column<string>(type: "text", nullable: false),
                    text_pipeline_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_official_answers", x => x.id);
                    table.ForeignKey(
                        name: "fk_official_answers_ideas_idea_id",
                        column: x => x.idea_id,
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_official_answers_organisations_responsible_organisation_id",
                        column: x => x.responsible_organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_official_answers_people_answered_by",
                        column: x => x.answered_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_official_answers_resolutions_resolution_id",
                        column: x => x.resolution_id,
                        principalTable: "resolutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_account_identities_account_id_issuer",
                table: "account_identities",
                columns: new[] { "account_id", "issuer" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_sessions_account_id_seen_at",
                table: "account_sessions",
                columns: new[] { "account_id", "seen_at" });

            migrationBuilder.CreateIndex(
                name: "email_index",
                table: "accounts",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_person_id",
                table: "accounts",
                column: "person_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "user_name_index",
                table: "accounts",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agenda_items_changed_at",
                table: "agenda_items",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "ix_agenda_items_meeting_id_order",
                table: "agenda_items",
                columns: new[] { "meeting_id", "order" });

            migrationBuilder.CreateIndex(
                name: "ix_agenda_items_number",
                table: "agenda_items",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agenda_items_origin",
                table: "agenda_items",
                column: "origin",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_article_keywords_slug",
                table: "article_keywords",
                column: "slug");

            migrationBuilder.CreateIndex(
                name: "ix_articles_district_key",
                table: "articles",
                column: "district_key");

            migrationBuilder.CreateIndex(
                name: "ix_articles_number",
                table: "articles",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_articles_submission_key",
                table: "articles",
                column: "submission_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_articles_topic_key",
                table: "articles",
                column: "topic_key");

            migrationBuilder.CreateIndex(
                name: "ix_asp_net_user_claims_user_id",
                table: "asp_net_user_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_asp_net_user_logins_user_id",
                table: "asp_net_user_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_asp_net_user_passkeys_user_id",
                table: "asp_net_user_passkeys",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_attachments_document_id",
                table: "attachments",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_position",
                table: "audit_entries",
                column: "position",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_subject_id_position",
                table: "audit_entries",
                columns: new[] { "subject_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_subject_kind_position",
                table: "audit_entries",
                columns: new[] { "subject_kind", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_authority_sessions_foreign_key",
                table: "authority_sessions",
                column: "foreign_key");

            migrationBuilder.CreateIndex(
                name: "ix_authority_sessions_identity_key",
                table: "authority_sessions",
                column: "identity_key");

            migrationBuilder.CreateIndex(
                name: "ix_bodies_changed_at",
                table: "bodies",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "ix_bodies_number",
                table: "bodies",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bodies_origin",
                table: "bodies",
                column: "origin",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bodies_predecessor_id",
                table: "bodies",
                column: "predecessor_id");

            migrationBuilder.CreateIndex(
                name: "ix_body_memberships_body_id",
                table: "body_memberships",
                column: "body_id");

            migrationBuilder.CreateIndex(
                name: "ix_body_memberships_changed_at",
                table: "body_memberships",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "ix_body_memberships_number",
                table: "body_memberships",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_body_memberships_origin",
                table: "body_memberships",
                column: "origin",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_body_memberships_person_id",
                table: "body_memberships",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_body_terms_term_id",
                table: "body_terms",
                column: "term_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_claims_held_by_until",
                table: "case_claims",
                columns: new[] { "held_by", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_case_notes_about_id",
                table: "case_notes",
                column: "about_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_notes_subject_id_subject_kind",
                table: "case_notes",
                columns: new[] { "subject_id", "subject_kind" });

            migrationBuilder.CreateIndex(
                name: "ix_case_notes_writer_id_submission_key",
                table: "case_notes",
                columns: new[] { "writer_id", "submission_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_comment_addresses_comment_id",
                table: "comment_addresses",
                column: "comment_id");

            migrationBuilder.CreateIndex(
                name: "ix_comment_versions_comment_id_number",
                table: "comment_versions",
                columns: new[] { "comment_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_comments_author_id_submission_key",
                table: "comments",
                columns: new[] { "author_id", "submission_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_comments_needs_look",
                table: "comments",
                column: "posted_at",
                filter: "needs_look");

            migrationBuilder.CreateIndex(
                name: "ix_comments_organisation_id",
                table: "comments",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_comments_parent_id",
                table: "comments",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_comments_root_id_path",
                table: "comments",
                columns: new[] { "root_id", "path" });

            migrationBuilder.CreateIndex(
                name: "ix_comments_status_posted_at",
                table: "comments",
                columns: new[] { "status", "posted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_comments_subject_id_depth_thread_active_at",
                table: "comments",
                columns: new[] { "subject_id", "depth", "thread_active_at" });

            migrationBuilder.CreateIndex(
                name: "ix_comments_subject_kind_subject_id_number",
                table: "comments",
                columns: new[] { "subject_kind", "subject_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_complaints_decided_by",
                table: "complaints",
                column: "decided_by");

            migrationBuilder.CreateIndex(
                name: "ix_complaints_decision_id_filed_by",
                table: "complaints",
                columns: new[] { "decision_id", "filed_by" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_complaints_filed_by",
                table: "complaints",
                column: "filed_by");

            migrationBuilder.CreateIndex(
                name: "ix_complaints_granted_by_id",
                table: "complaints",
                column: "granted_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_complaints_notice_id",
                table: "complaints",
                column: "notice_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_complaints_number",
                table: "complaints",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_complaints_outcome",
                table: "complaints",
                column: "outcome");

            migrationBuilder.CreateIndex(
                name: "ix_complaints_told_at_decided_at",
                table: "complaints",
                columns: new[] { "told_at", "decided_at" });

            migrationBuilder.CreateIndex(
                name: "ix_consultations_agenda_item_id",
                table: "consultations",
                column: "agenda_item_id");

            migrationBuilder.CreateIndex(
                name: "ix_consultations_body_id",
                table: "consultations",
                column: "body_id");

            migrationBuilder.CreateIndex(
                name: "ix_consultations_changed_at",
                table: "consultations",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "ix_consultations_meeting_id",
                table: "consultations",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_consultations_number",
                table: "consultations",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consultations_origin",
                table: "consultations",
                column: "origin",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consultations_paper_id",
                table: "consultations",
                column: "paper_id");

            migrationBuilder.CreateIndex(
                name: "ix_content_versions_by",
                table: "content_versions",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_council_people_changed_at",
                table: "council_people",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "ix_council_people_number",
                table: "council_people",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_council_people_origin",
                table: "council_people",
                column: "origin",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_data_exports_status_requested_at",
                table: "data_exports",
                columns: new[] { "status", "requested_at" });

            migrationBuilder.CreateIndex(
                name: "ix_decisions_author_id_measure",
                table: "decisions",
                columns: new[] { "author_id", "measure" });

            migrationBuilder.CreateIndex(
                name: "ix_decisions_decided_at",
                table: "decisions",
                column: "decided_at");

            migrationBuilder.CreateIndex(
                name: "ix_decisions_decided_by_decided_at",
                table: "decisions",
                columns: new[] { "decided_by", "decided_at" });

            migrationBuilder.CreateIndex(
                name: "ix_decisions_number",
                table: "decisions",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_decisions_revokes_id",
                table: "decisions",
                column: "revokes_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_decisions_subject_kind_subject_id",
                table: "decisions",
                columns: new[] { "subject_kind", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_desk_codes_code",
                table: "desk_codes",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_discussed_texts_number",
                table: "discussed_texts",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_discussed_texts_paper_id",
                table: "discussed_texts",
                column: "paper_id");

            migrationBuilder.CreateIndex(
                name: "ix_discussed_texts_process_id",
                table: "discussed_texts",
                column: "process_id");

            migrationBuilder.CreateIndex(
                name: "ix_discussed_texts_strategy_id",
                table: "discussed_texts",
                column: "strategy_id");

            migrationBuilder.CreateIndex(
                name: "ix_discussed_texts_submission_key",
                table: "discussed_texts",
                column: "submission_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_changed_at",
                table: "documents",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "ix_documents_number",
                table: "documents",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_origin",
                table: "documents",
                column: "origin",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_published_by",
                table: "documents",
                column: "published_by");

            migrationBuilder.CreateIndex(
                name: "ix_documents_search_vector",
                table: "documents",
                column: "search_vector")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_erasures_due_at",
                table: "erasures",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "ix_fields_of_action_strategy_id_order",
                table: "fields_of_action",
                columns: new[] { "strategy_id", "order" });

            migrationBuilder.CreateIndex(
                name: "ix_findings_author_id",
                table: "findings",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "ix_findings_found_at",
                table: "findings",
                column: "found_at");

            migrationBuilder.CreateIndex(
                name: "ix_findings_subject_id_subject_kind",
                table: "findings",
                columns: new[] { "subject_id", "subject_kind" });

            migrationBuilder.CreateIndex(
                name: "ix_guard_rules_changed_by",
                table: "guard_rules",
                column: "changed_by");

            migrationBuilder.CreateIndex(
                name: "ix_idea_events_idea_id_at",
                table: "idea_events",
                columns: new[] { "idea_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_idea_versions_idea_id_number",
                table: "idea_versions",
                columns: new[] { "idea_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ideas_active_at_number",
                table: "ideas",
                columns: new[] { "active_at", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_ideas_author_id_submission_key",
                table: "ideas",
                columns: new[] { "author_id", "submission_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ideas_contention_number",
                table: "ideas",
                columns: new[] { "contention", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_ideas_district_key",
                table: "ideas",
                column: "district_key");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_for_count_number",
                table: "ideas",
                columns: new[] { "for_count", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_ideas_merged_into_id",
                table: "ideas",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_needs_look",
                table: "ideas",
                column: "active_at",
                filter: "needs_look");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_number",
                table: "ideas",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ideas_organisation_id",
                table: "ideas",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_process_id",
                table: "ideas",
                column: "process_id");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_published_at_number",
                table: "ideas",
                columns: new[] { "published_at", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_ideas_responsible_organisation_id",
                table: "ideas",
                column: "responsible_organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_search_vector",
                table: "ideas",
                column: "search_vector")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_status_submitted_at",
                table: "ideas",
                columns: new[] { "status", "submitted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_ideas_topic_key",
                table: "ideas",
                column: "topic_key");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_accepted_by",
                table: "invitations",
                column: "accepted_by");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_organisation_id_expires_at",
                table: "invitations",
                columns: new[] { "organisation_id", "expires_at" });

            migrationBuilder.CreateIndex(
                name: "ix_invitations_token_hash",
                table: "invitations",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_kept_forms_saved_at",
                table: "kept_forms",
                column: "saved_at");

            migrationBuilder.CreateIndex(
                name: "ix_legislative_terms_changed_at",
                table: "legislative_terms",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "ix_legislative_terms_number",
                table: "legislative_terms",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_legislative_terms_origin",
                table: "legislative_terms",
                column: "origin",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_letter_batches_made_by",
                table: "letter_batches",
                column: "made_by");

            migrationBuilder.CreateIndex(
                name: "ix_letter_requests_batch_number_requested_at",
                table: "letter_requests",
                columns: new[] { "batch_number", "requested_at" });

            migrationBuilder.CreateIndex(
                name: "ix_locations_changed_at",
                table: "locations",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "ix_locations_number",
                table: "locations",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_locations_origin",
                table: "locations",
                column: "origin",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_measure_changes_by",
                table: "measure_changes",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_measure_changes_measure_id_at",
                table: "measure_changes",
                columns: new[] { "measure_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_measure_ideas_idea_id",
                table: "measure_ideas",
                column: "idea_id");

            migrationBuilder.CreateIndex(
                name: "ix_measure_papers_paper_id",
                table: "measure_papers",
                column: "paper_id");

            migrationBuilder.CreateIndex(
                name: "ix_measure_proposals_proposal_id",
                table: "measure_proposals",
                column: "proposal_id");

            migrationBuilder.CreateIndex(
                name: "ix_measures_field_id",
                table: "measures",
                column: "field_id");

            migrationBuilder.CreateIndex(
                name: "ix_measures_number",
                table: "measures",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_measures_responsible_organisation_id",
                table: "measures",
                column: "responsible_organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_floors_current_item_id",
                table: "meeting_floors",
                column: "current_item_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_floors_previous_item_id",
                table: "meeting_floors",
                column: "previous_item_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_floors_state",
                table: "meeting_floors",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_questions_author_id_submission_key",
                table: "meeting_questions",
                columns: new[] { "author_id", "submission_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meeting_questions_is_held_at",
                table: "meeting_questions",
                columns: new[] { "is_held", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_questions_item_id",
                table: "meeting_questions",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_questions_meeting_id_number",
                table: "meeting_questions",
                columns: new[] { "meeting_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meeting_questions_meeting_id_state_likes",
                table: "meeting_questions",
                columns: new[] { "meeting_id", "state", "likes" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_questions_replied_by",
                table: "meeting_questions",
                column: "replied_by");

            migrationBuilder.CreateIndex(
                name: "ix_meetings_body_id_start",
                table: "meetings",
                columns: new[] { "body_id", "start" });

            migrationBuilder.CreateIndex(
                name: "ix_meetings_changed_at",
                table: "meetings",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "ix_meetings_location_id",
                table: "meetings",
                column: "location_id");

            migrationBuilder.CreateIndex(
                name: "ix_meetings_number",
                table: "meetings",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meetings_origin",
                table: "meetings",
                column: "origin",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meetings_start",
                table: "meetings",
                column: "start");

            migrationBuilder.CreateIndex(
                name: "ix_memberships_organisation_id",
                table: "memberships",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_milestones_measure_id_due_on",
                table: "milestones",
                columns: new[] { "measure_id", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_notices_decision_id",
                table: "notices",
                column: "decision_id");

            migrationBuilder.CreateIndex(
                name: "ix_notices_email_received_at",
                table: "notices",
                columns: new[] { "email", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_notices_key_hash",
                table: "notices",
                column: "key_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notices_notifier_id_subject_id_text_version",
                table: "notices",
                columns: new[] { "notifier_id", "subject_id", "text_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notices_number",
                table: "notices",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notices_outcome_received_at",
                table: "notices",
                columns: new[] { "outcome", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_notices_received_at",
                table: "notices",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_notices_subject_id_subject_kind",
                table: "notices",
                columns: new[] { "subject_id", "subject_kind" });

            migrationBuilder.CreateIndex(
                name: "ix_notices_told_at_decided_at",
                table: "notices",
                columns: new[] { "told_at", "decided_at" });

            migrationBuilder.CreateIndex(
                name: "ix_notifications_person_id_at",
                table: "notifications",
                columns: new[] { "person_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_notifications_person_id_key",
                table: "notifications",
                columns: new[] { "person_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_official_answers_answered_at",
                table: "official_answers",
                column: "answered_at");

            migrationBuilder.CreateIndex(
                name: "ix_official_answers_answered_by",
                table: "official_answers",
                column: "answered_by");

            migrationBuilder.CreateIndex(
                name: "ix_official_answers_idea_id_answered_at",
                table: "official_answers",
                columns: new[] { "idea_id", "answered_at" });

            migrationBuilder.CreateIndex(
                name: "ix_official_answers_resolution_id",
                table: "official_answers",
                column: "resolution_id");

            migrationBuilder.CreateIndex(
                name: "ix_official_answers_responsible_organisation_id",
                table: "official_answers",
                column: "responsible_organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_online_services_name",
                table: "online_services",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "ix_online_services_number",
                table: "online_services",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_oparl_sources_url",
                table: "oparl_sources",
                column: "url",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_open_iddict_applications_client_id",
                table: "open_iddict_applications",
                column: "client_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_open_iddict_authorizations_application_id_status_subject_ty~",
                table: "open_iddict_authorizations",
                columns: new[] { "application_id", "status", "subject", "type" });

            migrationBuilder.CreateIndex(
                name: "ix_open_iddict_scopes_name",
                table: "open_iddict_scopes",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_open_iddict_tokens_application_id_status_subject_type",
                table: "open_iddict_tokens",
                columns: new[] { "application_id", "status", "subject", "type" });

            migrationBuilder.CreateIndex(
                name: "ix_open_iddict_tokens_authorization_id",
                table: "open_iddict_tokens",
                column: "authorization_id");

            migrationBuilder.CreateIndex(
                name: "ix_open_iddict_tokens_reference_id",
                table: "open_iddict_tokens",
                column: "reference_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organisations_slug",
                table: "organisations",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pages_section",
                table: "pages",
                column: "section");

            migrationBuilder.CreateIndex(
                name: "ix_pages_slug",
                table: "pages",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_paper_ideas_idea_id",
                table: "paper_ideas",
                column: "idea_id");

            migrationBuilder.CreateIndex(
                name: "ix_paper_proposals_proposal_id",
                table: "paper_proposals",
                column: "proposal_id");

            migrationBuilder.CreateIndex(
                name: "ix_papers_changed_at",
                table: "papers",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "ix_papers_date_number",
                table: "papers",
                columns: new[] { "date", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_papers_number",
                table: "papers",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_papers_origin",
                table: "papers",
                column: "origin",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_papers_search_vector",
                table: "papers",
                column: "search_vector")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_papers_under_direction_of_id",
                table: "papers",
                column: "under_direction_of_id");

            migrationBuilder.CreateIndex(
                name: "ix_passage_comments_author_id_submission_key",
                table: "passage_comments",
                columns: new[] { "author_id", "submission_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_passage_comments_organisation_id",
                table: "passage_comments",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_passage_comments_parent_id",
                table: "passage_comments",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_passage_comments_proposal_id_number",
                table: "passage_comments",
                columns: new[] { "proposal_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_passage_comments_resolved_by",
                table: "passage_comments",
                column: "resolved_by");

            migrationBuilder.CreateIndex(
                name: "ix_passages_number",
                table: "passages",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_passages_text_id_order",
                table: "passages",
                columns: new[] { "text_id", "order" });

            migrationBuilder.CreateIndex(
                name: "ix_people_normalized_display_name",
                table: "people",
                column: "normalized_display_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_planned_resolutions_from",
                table: "planned_resolutions",
                column: "from");

            migrationBuilder.CreateIndex(
                name: "ix_planned_resolutions_planned_by",
                table: "planned_resolutions",
                column: "planned_by");

            migrationBuilder.CreateIndex(
                name: "ix_processes_slug",
                table: "processes",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_proposal_authors_organisation_id",
                table: "proposal_authors",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_proposal_costs_proposal_id_position",
                table: "proposal_costs",
                columns: new[] { "proposal_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_proposal_ideas_idea_id",
                table: "proposal_ideas",
                column: "idea_id");

            migrationBuilder.CreateIndex(
                name: "ix_proposal_revision_writers_organisation_id",
                table: "proposal_revision_writers",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_proposal_revisions_by",
                table: "proposal_revisions",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_proposal_revisions_organisation_id",
                table: "proposal_revisions",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_proposal_revisions_proposal_id_number",
                table: "proposal_revisions",
                columns: new[] { "proposal_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_proposal_sign_offs_organisation_id",
                table: "proposal_sign_offs",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_proposal_sign_offs_person_id",
                table: "proposal_sign_offs",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_proposals_number",
                table: "proposals",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_proposals_started_by_submission_key",
                table: "proposals",
                columns: new[] { "started_by", "submission_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_proposals_status_active_at",
                table: "proposals",
                columns: new[] { "status", "active_at" });

            migrationBuilder.CreateIndex(
                name: "ix_question_likes_person_id",
                table: "question_likes",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_reason_templates_number",
                table: "reason_templates",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reason_templates_title",
                table: "reason_templates",
                column: "title",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reported_images_upload_id",
                table: "reported_images",
                column: "upload_id");

            migrationBuilder.CreateIndex(
                name: "ix_reported_versions_author_id",
                table: "reported_versions",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "ix_reported_versions_kept_at",
                table: "reported_versions",
                column: "kept_at");

            migrationBuilder.CreateIndex(
                name: "ix_reported_versions_subject_id_subject_kind_text_version",
                table: "reported_versions",
                columns: new[] { "subject_id", "subject_kind", "text_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_residence_proofs_confirmed_by",
                table: "residence_proofs",
                column: "confirmed_by");

            migrationBuilder.CreateIndex(
                name: "ix_residence_proofs_person_id",
                table: "residence_proofs",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_resolutions_agenda_item_id",
                table: "resolutions",
                column: "agenda_item_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_resolutions_changed_at",
                table: "resolutions",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "ix_resolutions_number",
                table: "resolutions",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_resolutions_origin",
                table: "resolutions",
                column: "origin",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_resolutions_published_by",
                table: "resolutions",
                column: "published_by");

            migrationBuilder.CreateIndex(
                name: "ix_results_number",
                table: "results",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_results_process_id",
                table: "results",
                column: "process_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_states_at",
                table: "service_states",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_service_states_by",
                table: "service_states",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_shared_text_updates_organisation_id",
                table: "shared_text_updates",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_shared_text_updates_person_id",
                table: "shared_text_updates",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_shared_texts_proposal_id_section",
                table: "shared_texts",
                columns: new[] { "proposal_id", "section" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_spent_puzzles_at",
                table: "spent_puzzles",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_stances_person_id",
                table: "stances",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_suggestions_author_id_submission_key",
                table: "suggestions",
                columns: new[] { "author_id", "submission_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_suggestions_decided_by",
                table: "suggestions",
                column: "decided_by");

            migrationBuilder.CreateIndex(
                name: "ix_suggestions_decided_for",
                table: "suggestions",
                column: "decided_for");

            migrationBuilder.CreateIndex(
                name: "ix_suggestions_is_held_at",
                table: "suggestions",
                columns: new[] { "is_held", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_suggestions_needs_look_at",
                table: "suggestions",
                columns: new[] { "needs_look", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_suggestions_organisation_id",
                table: "suggestions",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_suggestions_proposal_id_number",
                table: "suggestions",
                columns: new[] { "proposal_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_suggestions_proposal_id_status",
                table: "suggestions",
                columns: new[] { "proposal_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_uploads_changed_at",
                table: "uploads",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "ix_uploads_owner_id_created_at",
                table: "uploads",
                columns: new[] { "owner_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_uploads_used_by_id",
                table: "uploads",
                column: "used_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_writings_at",
                table: "writings",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_writings_person_id_at",
                table: "writings",
                columns: new[] { "person_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_identities");

            migrationBuilder.DropTable(
                name: "account_recovery_codes");

            migrationBuilder.DropTable(
                name: "active_months");

            migrationBuilder.DropTable(
                name: "article_keywords");

            migrationBuilder.DropTable(
                name: "asp_net_user_claims");

            migrationBuilder.DropTable(
                name: "asp_net_user_logins");

            migrationBuilder.DropTable(
                name: "asp_net_user_passkeys");

            migrationBuilder.DropTable(
                name: "asp_net_user_tokens");

            migrationBuilder.DropTable(
                name: "attachments");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "audit_heads");

            migrationBuilder.DropTable(
                name: "authority_sessions");

            migrationBuilder.DropTable(
                name: "body_memberships");

            migrationBuilder.DropTable(
                name: "body_terms");

            migrationBuilder.DropTable(
                name: "case_claims");

            migrationBuilder.DropTable(
                name: "case_notes");

            migrationBuilder.DropTable(
                name: "channel_events");

            migrationBuilder.DropTable(
                name: "channels");

            migrationBuilder.DropTable(
                name: "comment_addresses");

            migrationBuilder.DropTable(
                name: "comment_versions");

            migrationBuilder.DropTable(
                name: "complaints");

            migrationBuilder.DropTable(
                name: "consultations");

            migrationBuilder.DropTable(
                name: "content_versions");

            migrationBuilder.DropTable(
                name: "counters");

            migrationBuilder.DropTable(
                name: "data_exports");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "decision_mails");

            migrationBuilder.DropTable(
                name: "desk_codes");

            migrationBuilder.DropTable(
                name: "erasures");

            migrationBuilder.DropTable(
                name: "findings");

            migrationBuilder.DropTable(
                name: "fingerprint_keys");

            migrationBuilder.DropTable(
                name: "guard_rules");

            migrationBuilder.DropTable(
                name: "idea_claims");

            migrationBuilder.DropTable(
                name: "idea_events");

            migrationBuilder.DropTable(
                name: "idea_versions");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "kept_forms");

            migrationBuilder.DropTable(
                name: "leases");

            migrationBuilder.DropTable(
                name: "letter_batches");

            migrationBuilder.DropTable(
                name: "letter_requests");

            migrationBuilder.DropTable(
                name: "measure_changes");

            migrationBuilder.DropTable(
                name: "measure_ideas");

            migrationBuilder.DropTable(
                name: "measure_papers");

            migrationBuilder.DropTable(
                name: "measure_proposals");

            migrationBuilder.DropTable(
                name: "meeting_floors");

            migrationBuilder.DropTable(
                name: "memberships");

            migrationBuilder.DropTable(
                name: "milestones");

            migrationBuilder.DropTable(
                name: "name_reservations");

            migrationBuilder.DropTable(
                name: "notifications");

            migrationBuilder.DropTable(
                name: "official_answers");

            migrationBuilder.DropTable(
                name: "oparl_waitings");

            migrationBuilder.DropTable(
                name: "open_iddict_scopes");

            migrationBuilder.DropTable(
                name: "open_iddict_tokens");

            migrationBuilder.DropTable(
                name: "pages");

            migrationBuilder.DropTable(
                name: "paper_ideas");

            migrationBuilder.DropTable(
                name: "paper_proposals");

            migrationBuilder.DropTable(
                name: "passage_comments");

            migrationBuilder.DropTable(
                name: "passages");

            migrationBuilder.DropTable(
                name: "planned_resolutions");

            migrationBuilder.DropTable(
                name: "process_activities");

            migrationBuilder.DropTable(
                name: "process_phases");

            migrationBuilder.DropTable(
                name: "proposal_authors");

            migrationBuilder.DropTable(
                name: "proposal_costs");

            migrationBuilder.DropTable(
                name: "proposal_ideas");

            migrationBuilder.DropTable(
                name: "proposal_pdfs");

            migrationBuilder.DropTable(
                name: "proposal_reminders");

            migrationBuilder.DropTable(
                name: "proposal_revision_writers");

            migrationBuilder.DropTable(
                name: "proposal_sign_offs");

            migrationBuilder.DropTable(
                name: "question_likes");

            migrationBuilder.DropTable(
                name: "reason_templates");

            migrationBuilder.DropTable(
                name: "reported_images");

            migrationBuilder.DropTable(
                name: "residence_proofs");

            migrationBuilder.DropTable(
                name: "results");

            migrationBuilder.DropTable(
                name: "service_states");

            migrationBuilder.DropTable(
                name: "shared_text_updates");

            migrationBuilder.DropTable(
                name: "signing_keys");

            migrationBuilder.DropTable(
                name: "spent_puzzles");

            migrationBuilder.DropTable(
                name: "stances");

            migrationBuilder.DropTable(
                name: "strategy_status_dates");

            migrationBuilder.DropTable(
                name: "suggestions");

            migrationBuilder.DropTable(
                name: "transparency_records");

            migrationBuilder.DropTable(
                name: "upload_files");

            migrationBuilder.DropTable(
                name: "writings");

            migrationBuilder.DropTable(
                name: "articles");

            migrationBuilder.DropTable(
                name: "documents");

            migrationBuilder.DropTable(
                name: "account_sessions");

            migrationBuilder.DropTable(
                name: "council_people");

            migrationBuilder.DropTable(
                name: "legislative_terms");

            migrationBuilder.DropTable(
                name: "comments");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "measures");

            migrationBuilder.DropTable(
                name: "resolutions");

            migrationBuilder.DropTable(
                name: "oparl_sources");

            migrationBuilder.DropTable(
                name: "open_iddict_authorizations");

            migrationBuilder.DropTable(
                name: "discussed_texts");

            migrationBuilder.DropTable(
                name: "proposal_revisions");

            migrationBuilder.DropTable(
                name: "meeting_questions");

            migrationBuilder.DropTable(
                name: "reported_versions");

            migrationBuilder.DropTable(
                name: "online_services");

            migrationBuilder.DropTable(
                name: "shared_texts");

            migrationBuilder.DropTable(
                name: "ideas");

            migrationBuilder.DropTable(
                name: "uploads");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "decisions");

            migrationBuilder.DropTable(
                name: "fields_of_action");

            migrationBuilder.DropTable(
                name: "open_iddict_applications");

            migrationBuilder.DropTable(
                name: "papers");

            migrationBuilder.DropTable(
                name: "agenda_items");

            migrationBuilder.DropTable(
                name: "proposals");

            migrationBuilder.DropTable(
                name: "districts");

            migrationBuilder.DropTable(
                name: "organisations");

            migrationBuilder.DropTable(
                name: "processes");

            migrationBuilder.DropTable(
                name: "topics");

            migrationBuilder.DropTable(
                name: "strategies");

            migrationBuilder.DropTable(
                name: "meetings");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "bodies");

            migrationBuilder.DropTable(
                name: "locations");
        }
    }
}
