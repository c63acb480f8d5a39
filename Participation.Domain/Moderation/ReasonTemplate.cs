namespace Participation.Domain.Moderation;

/// <summary>Words for a statement of reasons that come up again and again; the team keeps them.</summary>
public sealed class ReasonTemplate
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleMaxLength = 80;

    /// <summary>Most templates.</summary>
    public const int Most = 50;

    private ReasonTemplate() { }

    /// <summary>Internal identity.</summary>
    public ReasonTemplateId Id { get; private set; }

    /// <summary>Public number.</summary>
    public int Number { get; private set; }

    /// <summary>What moderators find it by.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The ground it fills in.</summary>
    public Ground Ground { get; private set; }

    /// <summary>The facts it fills in, to be completed.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Optimistic concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>A new one.</summary>
    public static ReasonTemplate Make(int number, TemplateText text, DateTimeOffset now)
    {
        var template = new ReasonTemplate { Id = ReasonTemplateId.New(now), Number = number };
        template.Set(text);
        return template;
    }

    /// <summary>Changes it.</summary>
    public void Change(TemplateText text)
    {
        Set(text);
        Version++;
    }

    /// <summary>Whether a ground can be given for a restriction.</summary>
    public static bool IsGround(Ground ground) => Enum.IsDefined(ground) && ground is not (Ground.None or Ground.Imported or Ground.ToBeChecked);

    private void Set(TemplateText text) => (Title, Ground, Text) = (text.Title.Trim(), text.Ground, text.Text.Trim());
}

/// <summary>What a template says.</summary>
public sealed record TemplateText(string Title, Ground Ground, string Text);

/// <summary>Another template has this title.</summary>
public sealed record TemplateTitleIsTaken : Refusal;

/// <summary>There are as many templates as anyone can choose from.</summary>
public sealed record TooManyTemplates(int Most) : Refusal;
