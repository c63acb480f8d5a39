using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Participation.Domain.Ideas;
using Participation.Domain.News;

namespace Participation.Web.Data.Mappings;

internal sealed class ArticleMapping : IEntityTypeConfiguration<Article>
{
    public void Configure(EntityTypeBuilder<Article> builder)
    {
        builder.ToTable("articles");
        builder.HasKey(article => article.Id);
        builder.Property(article => article.Id).ValueGeneratedNever();
        builder.Property(article => article.Title).HasMaxLength(Article.TitleMaxLength);
        builder.Property(article => article.Teaser).HasMaxLength(Article.TeaserMaxLength);
        builder.Property(article => article.SourceName).HasMaxLength(Article.SourceNameMaxLength);
        builder.Property(article => article.SourceUrl).HasMaxLength(Article.SourceUrlMaxLength);
        builder.Property(article => article.TopicKey).HasMaxLength(Topic.KeyMaxLength);
        builder.Property(article => article.DistrictKey).HasMaxLength(District.KeyMaxLength);
        builder.Property(article => article.SubmissionKey).HasMaxLength(Article.SubmissionKeyMaxLength);
        builder.Property(article => article.Version).IsConcurrencyToken();
        builder.ComplexProperty(article => article.Body);
        builder.HasPublication();
        builder.HasIndex(article => article.Number).IsUnique();
        builder.HasIndex(article => article.SubmissionKey).IsUnique();
        builder.HasIndex(article => article.TopicKey);
        builder.HasIndex(article => article.DistrictKey);
        builder.HasOne<Topic>().WithMany().HasForeignKey(article => article.TopicKey).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<District>().WithMany().HasForeignKey(article => article.DistrictKey).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(article => article.Keywords, keyword =>
        {
            keyword.ToTable("article_keywords");
            keyword.WithOwner().HasForeignKey("ArticleId");
            keyword.HasKey("ArticleId", nameof(ArticleKeyword.Order));
            keyword.Property(k => k.Order).ValueGeneratedNever();
            keyword.Property(k => k.Slug).HasMaxLength(Domain.Slug.MaxLength);
            keyword.Property(k => k.Name).HasMaxLength(Keyword.NameMaxLength);
            keyword.HasIndex(k => k.Slug);
        });
        builder.Navigation(article => article.Keywords).UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
    }
}

internal sealed class PageMapping : IEntityTypeConfiguration<Page>
{
    public void Configure(EntityTypeBuilder<Page> builder)
    {
        builder.ToTable("pages");
        builder.HasKey(page => page.Id);
        builder.Property(page => page.Id).ValueGeneratedNever();
        builder.Property(page => page.Slug).HasMaxLength(Domain.Slug.MaxLength);
        builder.Property(page => page.Title).HasMaxLength(Page.TitleMaxLength);
        builder.Property(page => page.Section).HasMaxLength(Page.SectionMaxLength);
        builder.Property(page => page.Summary).HasMaxLength(Page.SummaryMaxLength);
        builder.Property(page => page.Version).IsConcurrencyToken();
        builder.ComplexProperty(page => page.Body);
        builder.HasPublication();
        builder.HasIndex(page => page.Slug).IsUnique();
        builder.HasIndex(page => page.Section);
    }
}
