using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Generator.Sending;

namespace StagingHarness.Tests.Generator.Sending;

/// <summary>A form is read as a browser reads it.</summary>
public sealed class PageFormTests
{
    private static readonly Uri Page = new("http://provider:8080/authorize?client_id=site");

    [Test]
    public void Form_leads_where_its_action_says_and_carries_what_nobody_has_filled_in()
    {
        var form = Read("""
            <form method="post" action='/login?a=1&amp;b=2'>
            <input type="hidden" name="ticket" value="client_id=site&amp;state=x&quot;y">
            <p><input id="username" name="username" required value=""> <INPUT NAME=password TYPE=password></p>
            <input name="remember" type="checkbox" value="yes"> <input type=submit name=go value=Go> <input value="nameless">
            <button type="submit">Sign in</button>
            </form>
            """);

        form.Address.Should().Be(new Uri("http://provider:8080/login?a=1&b=2"));
        form.Method.Should().Be("POST");
        form.Fields.Should().Equal(("ticket", "client_id=site&state=x\"y"), ("username", ""), ("password", ""));
    }

    [TestCase("<form><input name=q></form>", "http://provider:8080/authorize?client_id=site", "GET")]
    [TestCase("<form action=''><input name=q></form>", "http://provider:8080/authorize?client_id=site", "GET")]
    [TestCase("<form action='next' method=Post><input name=q></form>", "http://provider:8080/next", "POST")]
    [TestCase("<form action='https://elsewhere.example/in' method='POST'><input name=q></form>", "https://elsewhere.example/in", "POST")]
    public void Form_without_an_action_leads_back_to_its_page(string html, string address, string method)
    {
        var form = Read(html);

        form.Address.Should().Be(new Uri(address));
        form.Method.Should().Be(method);
        form.Fields.Should().Equal(("q", ""));
    }

    [Test]
    public void What_is_filled_in_takes_the_place_of_what_the_page_says_and_a_field_that_is_not_there_cannot_be_filled()
    {
        var form = Read("<form><input type=hidden name=ticket value=t><input name=username></form>");

        form.With([KeyValuePair.Create("username", "alice")])!.Fields.Should().Equal(("ticket", "t"), ("username", "alice"));
        form.With([KeyValuePair.Create("usrname", "alice")]).Should().BeNull();
    }

    [Test]
    public void Forms_come_in_the_order_of_the_page_and_none_of_what_is_commented_out() =>
        PageForm.In("<!-- <form action=/a></form> --><form action=/b></form>\n<form action=/c></form>", Page).Select(form => form.Address.AbsolutePath)
            .Should().Equal("/b", "/c");

    private static PageForm Read(string html) => PageForm.In($"<html><body>{html}</body></html>", Page).Single();
}
