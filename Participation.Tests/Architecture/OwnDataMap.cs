namespace Participation.Tests.Architecture;

/// <summary>
/// What every table is to the people it may be about: <c>part</c> names the parts of a copy that show it (or says why none does), <c>leaving</c>
/// what happens to it when someone leaves. A table without a line is a decision that nobody made; docs/identity-data.md is made from this.
/// </summary>
internal static class OwnDataMap
{
    public const string NotPersonal = "nobody's";

    public static IReadOnlyList<OwnDataRow> Rows { get; } =
    [
        new("people", "account", "name, district, role, level and date taken away; the row stays without them"),
        new("accounts", "account", "deleted"),
        new("asp_net_user_claims", "factors", "deleted with the account"),
        new("asp_net_user_logins", "factors", "deleted with the account"),
        new("asp_net_user_passkeys", "factors", "deleted with the account"),
        new("asp_net_user_tokens", "never: secrets of sign-in", "deleted with the account"),
        new("account_recovery_codes", "factors", "deleted with the account"),
        new("account_sessions", "sessions", "deleted"),
        new("account_identities", "identities", "deleted with the account"),
        new("authority_sessions", "never: what is needed to sign out at the authority", "deleted with the session"),
        new("open_iddict_authorizations", "applications", "deleted"),
        new("open_iddict_tokens", "applications", "deleted"),
        new("residence_proofs", "residence", "deleted; the person may be confirmed in another account"),
        new("letter_requests", "residence", "deleted"),
        new("desk_codes", "residence", "deleted"),
        new("erasures", "requests", "deleted last"),
        new("data_exports", "requests", "deleted"),
        new("memberships", "memberships", "deleted"),
        new("invitations", "invitations", "those to the address and those accepted are deleted"),
        new("ideas", "ideas, drafts", "drafts and what was never public are deleted or emptied; other texts stay without a name or go, as chosen"),
        new("idea_versions", "ideas", "deleted with the text"),
        new("idea_events", "ideas", "reasons given by the author are deleted with the text"),
        new("idea_claims", "never: a code that its owner has on paper", "deleted with the idea"),
        new("official_answers", "answers", "stay: the city's words; who wrote them has no name any more"),
        new("stances", "stances", "deleted; of answered ideas the number stays"),
        new("comments", "comments", "stay without a name, or are emptied, as chosen"),
        new("comment_versions", "comments", "deleted with the text"),
        new("comment_addresses", NotPersonal, "numbers of comments that moved"),
        new("shared_text_updates", "proposalTexts", "stay: the words of an organisation; who typed them has no name any more"),
        new("proposal_revisions", "revisions", "stay: the words of organisations; who named one has no name any more"),
        new("suggestions", "suggestions, suggestionDecisions", "stay without a name, or are emptied, as chosen; what became part of a text stays in it"),
        new("passage_comments", "remarks", "stay: the words of an organisation; who wrote them has no name any more; hidden ones are emptied"),
        new("uploads", "images", "deleted, whatever becomes of the texts; those in texts of an organisation stay"),
        new("upload_files", "images", "deleted with the image"),
        new("documents", "documents", "stay: the city's words; who published them has no name any more"),
        new("kept_forms", "keptForms", "deleted; gone after 60 days without a change"),
        new("content_versions", "contentVersions", "stay: the city's words; who saved them has no name any more"),
        new("attachments", NotPersonal, "which documents stand beside which text"),
        new("notifications", "inbox", "deleted; in other inboxes titles that went are replaced"),
        new("decisions", "decisions", "stay as record, without a name behind the number"),
        new("notices", "notices", "who reported and what they wrote is deleted; that it was reported and decided stays"),
        new("reported_images", "images", "kept as long as what was reported"),
        new("reported_versions", "reportedTexts", "kept until the reports are answered and nobody can complain any more; then deleted"),
        new("complaints", "complaints", "who complained and what they wrote is deleted; what was decided stays"),
        new("decision_mails", NotPersonal, "that an author was told by e-mail, not who"),
        new("case_claims", "caseClaims", "deleted"),
        new("case_notes", "caseNotes", "those about somebody's contributions are deleted; those somebody wrote stay as record, without a name behind the number"),
        new("reason_templates", NotPersonal, "words of the team"),
        new("writings", "writings", "deleted; gone after a day anyway"),
        new("findings", "findings", "deleted"),
        new("guard_rules", "rules", "stay as record, without a name behind the number"),
        new("audit_entries", "actions", "stay as record, without a name behind the number"),
        new("audit_heads", NotPersonal, "where the audit log ends"),
        new("transparency_records", NotPersonal, "figures of the moderation"),
        new("active_months", NotPersonal, "how many were signed in, not who"),
        new("name_reservations", NotPersonal, "a name somebody wanted, without who; gone after a day"),
        new("spent_puzzles", NotPersonal, "numbers of challenges that were answered; gone after two hours"),
        new("proposals", "proposals", "stay: texts of organisations; who began one has no name any more"),
        new("proposal_authors", NotPersonal, "bodies, not people"),
        new("proposal_ideas", NotPersonal, "which ideas a proposal comes from"),
        new("proposal_sign_offs", "proposalSignOffs", "stay as record, without a name behind the number"),
        new("proposal_pdfs", NotPersonal, "texts of organisations"),
        new("proposal_reminders", NotPersonal, "that organisations were reminded, not who"),
        new("proposal_costs", NotPersonal, "texts of organisations"),
        new("proposal_revision_writers", NotPersonal, "organisations that wrote, not people"),
        new("shared_texts", NotPersonal, "texts of organisations"),
        new("organisations", NotPersonal, "bodies, not people"),
        new("processes", NotPersonal, "content of the city"),
        new("process_phases", NotPersonal, "content of the city"),
        new("process_activities", NotPersonal, "content of the city"),
        new("topics", NotPersonal, "content of the city"),
        new("districts", NotPersonal, "content of the city"),
        new("pages", NotPersonal, "content of the city"),
        new("channels", NotPersonal, "counters; the one of somebody's drafts is deleted"),
        new("channel_events", NotPersonal, "numbers of things that changed"),
        new("counters", NotPersonal, "counters"),
        new("leases", NotPersonal, "which process works"),
        new("letter_batches", NotPersonal, "how many letters were made; who made them has no name any more"),
        new("fingerprint_keys", NotPersonal, "key of the site"),
        new("signing_keys", NotPersonal, "keys of the site"),
        new("open_iddict_applications", NotPersonal, "programs, not people"),
        new("open_iddict_scopes", NotPersonal, "what programs may ask for"),
        new("data_protection_keys", NotPersonal, "keys of the site"),
    ];
}

/// <summary>One table.</summary>
internal sealed record OwnDataRow(string Table, string Part, string Leaving)
{
    public bool IsPersonal => Part != OwnDataMap.NotPersonal;
}
