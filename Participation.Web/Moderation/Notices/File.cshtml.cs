using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Domain.Moderation;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Notices;

/// <summary>Reports a contribution, with or without an account.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Notice)]
public sealed class FileModel(FileNotice file, NoticeTargets targets, FormGuard guard) : PageModel
{
    private const int KeyBytes = 16;
    private const int KeyLength = 22;

    [BindProperty]
    public FileNoticeInput Input { get; set; } = new();

    /// <summary>What is reported, when the address is known already.</summary>
    public ReportedText? Reported { get; private set; }

    /// <summary>Whether name and address are asked for.</summary>
    public bool AsksWho => User.ActorOrNull() is null;

    public async Task OnGetAsync([FromQuery(Name = "adresse")] string? address, CancellationToken cancel)
    {
        Input = new FileNoticeInput { Address = (address ?? "")[..Math.Min(NoticeTarget.AddressMaxLength, address?.Length ?? 0)], Key = NewKey() };
        await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (!IsKey(Input.Key)) Input = Input with { Key = NewKey() };
        var target = await ShowAsync(cancel);
        if (!await guard.IsGenuineAsync(this)) return this.InvalidPage();
        Check(target);
        if (!ModelState.IsValid || target is not { } at) return this.InvalidPage();
        var filed = await file.ExecuteAsync(new NoticeInput(at, Input.Reason, Input.Explanation, AsksWho ? Known(Input.Name) : null, AsksWho ? Known(Input.Email) : null,
            CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, Input.Key), User.ActorOrNull(), cancel);
        if (!filed.Done) return this.RefusedPage(filed.Refusal);
        return this.RedirectWithNotice(AsksWho ? Links.TrackNotice(Input.Key) : Links.MyNotice(filed.Value), NoticesTexts.Filed);
    }

    private async Task<CaseRef?> ShowAsync(CancellationToken cancel)
    {
        var target = NoticeTarget.Read(Input.Address, Request.Host.Value ?? "");
        Reported = target is null ? null : await targets.ShowAsync(target.Value, User.ActorOrNull(), cancel);
        return Reported?.At;
    }

    private void Check(CaseRef? target)
    {
        if (string.IsNullOrWhiteSpace(Input.Address)) ModelState.Missing("Input.Address", NoticesTexts.Address);
        else if (target is null) ModelState.AddModelError("Input.Address", NoticesTexts.AddressUnknown);
        if (Input.Reason is NoticeReason.None || !Enum.IsDefined(Input.Reason)) ModelState.AddModelError("Input.Reason", NoticesTexts.ReasonMissing);
        ModelState.Require("Input.Explanation", NoticesTexts.Explanation, Input.Explanation, Notice.ExplanationMaxLength);
        if (AsksWho) CheckWho();
        if (!Input.GoodFaith) ModelState.AddModelError("Input.GoodFaith", NoticesTexts.GoodFaithMissing);
    }

    private void CheckWho()
    {
        var mayBeAnonymous = Notice.MayBeAnonymous(Input.Reason);
        if (mayBeAnonymous) ModelState.Limit("Input.Name", NoticesTexts.Name, Input.Name, Notice.NameMaxLength);
        else ModelState.Require("Input.Name", NoticesTexts.Name, Input.Name, Notice.NameMaxLength);
        if (!mayBeAnonymous || Input.Email.Length > 0) ModelState.CheckEmail("Input.Email", Input.Email);
    }

    private static string? Known(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string NewKey() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));

    private static bool IsKey(string key) => key.Length == KeyLength && Base64Url.IsValid(key);
}

/// <summary>The form.</summary>
public sealed record FileNoticeInput
{
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Address { get; init; } = "";

    public NoticeReason Reason { get; init; }

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Explanation { get; init; } = "";

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Name { get; init; } = "";

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Email { get; init; } = "";

    public bool GoodFaith { get; init; }

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Key { get; init; } = "";
}
