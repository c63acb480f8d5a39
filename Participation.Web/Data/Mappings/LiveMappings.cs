using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Council.Live;
using Participation.Domain.Moderation;

namespace Participation.Web.Data.Mappings;

internal sealed class MeetingFloorMapping : IEntityTypeConfiguration<MeetingFloor>
{
    public void Configure(EntityTypeBuilder<MeetingFloor> builder)
    {
        builder.ToTable("meeting_floors");
        builder.HasKey(floor => floor.MeetingId);
        builder.Property(floor => floor.MeetingId).ValueGeneratedNever();
        builder.Property(floor => floor.Version).IsConcurrencyToken();
        builder.HasIndex(floor => floor.State);
        builder.HasOne<Meeting>().WithOne().HasForeignKey<MeetingFloor>(floor => floor.MeetingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(floor => floor.CurrentItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(floor => floor.PreviousItemId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MeetingQuestionMapping : IEntityTypeConfiguration<MeetingQuestion>
{
    public void Configure(EntityTypeBuilder<MeetingQuestion> builder)
    {
        builder.ToTable("meeting_questions");
        builder.HasKey(question => question.Id);
        builder.Property(question => question.Id).ValueGeneratedNever();
        builder.Property(question => question.Text).HasMaxLength(MeetingQuestion.TextMaxLength);
        builder.Property(question => question.Reply).HasMaxLength(QuestionReply.TextMaxLength);
        builder.Property(question => question.Speaker).HasMaxLength(QuestionReply.SpeakerMaxLength);
        builder.Property(question => question.HiddenReason).HasMaxLength(Moderated.HiddenReasonMaxLength);
        builder.Property(question => question.SubmissionKey).HasMaxLength(MeetingQuestion.SubmissionKeyMaxLength);
        builder.Property(question => question.Version).IsConcurrencyToken();
        builder.HasIndex(question => new { question.MeetingId, question.Number }).IsUnique();
        builder.HasIndex(question => new { question.AuthorId, question.SubmissionKey }).IsUnique();
        builder.HasIndex(question => new { question.MeetingId, question.State, question.Likes });
        builder.HasIndex(question => new { question.IsHeld, question.At });
        builder.HasIndex(question => question.RepliedBy);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(question => question.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(question => question.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(question => question.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(question => question.RepliedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class QuestionLikeMapping : IEntityTypeConfiguration<QuestionLike>
{
    public void Configure(EntityTypeBuilder<QuestionLike> builder)
    {
        builder.ToTable("question_likes");
        builder.HasKey(like => new { like.QuestionId, like.PersonId });
        builder.HasIndex(like => like.PersonId);
        builder.HasOne<MeetingQuestion>().WithMany().HasForeignKey(like => like.QuestionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(like => like.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
