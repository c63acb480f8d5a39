using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Participation.Tests.News;

/// <summary>
/// Atom as RFC 4287 defines it: what its RELAX NG (appendix B) says of elements and attributes as XML Schema, and what a schema without ambiguous content models cannot say
/// (how often an element stands) in code.
/// </summary>
internal static class AtomSchema
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private const string Xml = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
          <xs:attribute name="lang" type="xs:language" /><xs:attribute name="base" type="xs:anyURI" />
          <xs:attributeGroup name="common"><xs:attribute ref="xml:lang" xmlns:xml="http://www.w3.org/XML/1998/namespace" /><xs:attribute ref="xml:base" xmlns:xml="http://www.w3.org/XML/1998/namespace" /></xs:attributeGroup>
        </xs:schema>
        """;

    private const string Schema = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:a="http://www.w3.org/2005/Atom" targetNamespace="http://www.w3.org/2005/Atom" elementFormDefault="qualified">
          <xs:import namespace="http://www.w3.org/XML/1998/namespace" />
          <xs:element name="feed"><xs:complexType><xs:choice maxOccurs="unbounded">
            <xs:element name="author" type="a:person" /><xs:element name="contributor" type="a:person" /><xs:element name="category" type="a:category" /><xs:element name="generator" type="a:uri" />
            <xs:element name="icon" type="a:uri" /><xs:element name="id" type="a:id" /><xs:element name="link" type="a:link" /><xs:element name="logo" type="a:uri" /><xs:element name="rights" type="a:text" />
            <xs:element name="subtitle" type="a:text" /><xs:element name="title" type="a:text" /><xs:element name="updated" type="a:date" /><xs:element name="entry" type="a:entry" />
          </xs:choice><xs:attributeGroup ref="xml:common" /></xs:complexType></xs:element>
          <xs:complexType name="entry"><xs:choice maxOccurs="unbounded">
            <xs:element name="author" type="a:person" /><xs:element name="category" type="a:category" /><xs:element name="content" type="a:text" /><xs:element name="contributor" type="a:person" />
            <xs:element name="id" type="a:id" /><xs:element name="link" type="a:link" /><xs:element name="published" type="a:date" /><xs:element name="rights" type="a:text" />
            <xs:element name="summary" type="a:text" /><xs:element name="title" type="a:text" /><xs:element name="updated" type="a:date" />
          </xs:choice><xs:attributeGroup ref="xml:common" /></xs:complexType>
          <xs:complexType name="person"><xs:sequence><xs:element name="name" type="a:words" /><xs:element name="uri" type="xs:anyURI" minOccurs="0" /><xs:element name="email" type="xs:string" minOccurs="0" /></xs:sequence></xs:complexType>
          <xs:complexType name="category"><xs:attribute name="term" type="a:words" use="required" /><xs:attribute name="scheme" type="xs:anyURI" /><xs:attribute name="label" type="xs:string" /></xs:complexType>
          <xs:complexType name="link"><xs:attribute name="href" type="a:address" use="required" /><xs:attribute name="rel" type="a:words" /><xs:attribute name="type" type="a:media" /><xs:attribute name="hreflang" type="xs:language" /><xs:attribute name="title" type="xs:string" /><xs:attribute name="length" type="xs:nonNegativeInteger" /></xs:complexType>
          <xs:complexType name="text"><xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="type" type="a:kind" /><xs:attributeGroup ref="xml:common" /></xs:extension></xs:simpleContent></xs:complexType>
          <xs:complexType name="date"><xs:simpleContent><xs:extension base="a:instant" /></xs:simpleContent></xs:complexType>
          <xs:complexType name="id"><xs:simpleContent><xs:extension base="a:address" /></xs:simpleContent></xs:complexType>
          <xs:complexType name="uri"><xs:simpleContent><xs:extension base="xs:anyURI" /></xs:simpleContent></xs:complexType>
          <xs:simpleType name="kind"><xs:restriction base="xs:token"><xs:enumeration value="text" /><xs:enumeration value="html" /></xs:restriction></xs:simpleType>
          <xs:simpleType name="words"><xs:restriction base="xs:string"><xs:minLength value="1" /></xs:restriction></xs:simpleType>
          <xs:simpleType name="media"><xs:restriction base="xs:string"><xs:pattern value=".+/.+" /></xs:restriction></xs:simpleType>
          <xs:simpleType name="address"><xs:restriction base="xs:anyURI"><xs:pattern value="[A-Za-z][A-Za-z0-9+.\-]*:.+" /></xs:restriction></xs:simpleType>
          <xs:simpleType name="instant"><xs:restriction base="xs:dateTime"><xs:pattern value=".+T.+(Z|[+\-][0-9]{2}:[0-9]{2})" /></xs:restriction></xs:simpleType>
        </xs:schema>
        """;

    /// <summary>Reads a feed and fails where it is not Atom.</summary>
    public static XDocument Valid(string text)
    {
        var document = XDocument.Parse(text, LoadOptions.SetLineInfo);
        Assert.Empty(Mistakes(document));
        return document;
    }

    /// <summary>Everything that is wrong with a feed.</summary>
    public static IReadOnlyList<string> Mistakes(XDocument document)
    {
        var (mistakes, schemas) = (new List<string>(), new XmlSchemaSet());
        foreach (var schema in new[] { Xml, Schema })
        {
            using var reader = XmlReader.Create(new StringReader(schema));
            schemas.Add(null, reader);
        }

        document.Validate(schemas, (_, mistake) => mistakes.Add(mistake.Message));
        var feed = document.Root!;
        mistakes.AddRange(Counts(feed, "id title updated", "subtitle generator icon logo rights"));
        var entries = feed.Elements(Atom + "entry").ToList();
        foreach (var entry in entries)
        {
            mistakes.AddRange(Counts(entry, "id title updated", "published summary content rights"));
            // 4.1.2: an entry without content links to what it is about; 4.2.1: somebody wrote it.
            if (entry.Element(Atom + "content") is null && !Links(entry, "alternate").Any()) mistakes.Add("entry without content and alternate");
            if (entry.Element(Atom + "author") is null && feed.Element(Atom + "author") is null) mistakes.Add("entry without author");
            if (Links(entry, "alternate").Count() > 1) mistakes.Add("two alternates of a type");
            if (Instant(entry, "published") > Instant(entry, "updated")) mistakes.Add("updated before it was published");
        }

        if (Links(feed, "self").Count() != 1 || Links(feed, "alternate").Count() != 1) mistakes.Add("self and alternate of the feed");
        if (entries.Select(entry => entry.Element(Atom + "id")?.Value).Distinct().Count() != entries.Count) mistakes.Add("an id twice");
        if (entries.Count > 0 && Instant(feed, "updated") < entries.Max(entry => Instant(entry, "updated"))) mistakes.Add("feed older than an entry");
        return mistakes;
    }

    public static IEnumerable<XElement> Links(XElement owner, string relation) => owner.Elements(Atom + "link").Where(link => (string?)link.Attribute("rel") == relation);

    private static IEnumerable<string> Counts(XElement owner, string once, string atMost)
    {
        foreach (var name in once.Split(' ')) if (owner.Elements(Atom + name).Count() != 1) yield return $"{owner.Name.LocalName} has not one {name}";
        foreach (var name in atMost.Split(' ')) if (owner.Elements(Atom + name).Count() > 1) yield return $"{owner.Name.LocalName} has several {name}";
    }

    private static DateTimeOffset? Instant(XElement owner, string name) => owner.Element(Atom + name) is { } at ? DateTimeOffset.Parse(at.Value, CultureInfo.InvariantCulture) : null;
}
