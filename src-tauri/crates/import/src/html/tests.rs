//! Pages as sites, browsers and Word write them.

use crate::{Blocks, ImportError, Revisions, Role};

use super::read as read_either;

fn read(bytes: &[u8]) -> Result<Blocks, ImportError> {
    read_either(bytes, Revisions::Accepted)
}

fn page(body: &str) -> Blocks {
    read(format!("<!doctype html><title>Site</title><body>{body}").as_bytes()).expect("a text")
}

fn texts(body: &str) -> Vec<String> {
    page(body).blocks.into_iter().map(|b| b.text).collect()
}

fn labels(body: &str) -> Vec<(Option<String>, String)> {
    let blocks = page(body).blocks.into_iter();
    blocks.map(|b| (b.label, b.text)).collect()
}

#[test]
fn headings_and_paragraphs_are_blocks() {
    let blocks = page("<h1>Harbour\n  rules</h1><p>Ships <em>keep</em> right.<p>Boats wait.");
    let seen: Vec<(Role, &str)> = blocks.blocks.iter().map(|b| (b.role, &*b.text)).collect();
    assert_eq!(
        seen,
        [
            (Role::Heading(1), "Harbour rules"),
            (Role::Unknown, "Ships keep right."),
            (Role::Unknown, "Boats wait."),
        ]
    );
    assert_eq!(blocks.blocks[1].italics, vec![6..10]);
    let folded = "<h2><button>Piers</button></h2><button>Share</button><p>Boats wait.";
    assert_eq!(texts(folded), ["Piers", "Boats wait."]);
    // The name of a page is its title only where no heading is.
    assert_eq!(blocks.facts.title, None);
    assert_eq!(
        page("<p>Ships keep right.").facts.title.as_deref(),
        Some("Site")
    );
}

#[test]
fn lists_print_their_numbers() {
    let of = |list: &str| -> Vec<Option<String>> {
        labels(list).into_iter().map(|(label, _)| label).collect()
    };
    let some = |label: &str| Some(label.to_owned());
    assert_eq!(of("<ol><li>One<li>Two</ol>"), [some("1."), some("2.")]);
    assert_eq!(
        of("<ol start=4 type=a><li>One<li value=9>Two<li>Three</ol>"),
        [some("(d)"), some("(i)"), some("(j)")]
    );
    assert_eq!(
        of("<ol type=i><li>One<li>Two</ol><ol type=I><li>One</ol>"),
        [some("(i)"), some("(ii)"), some("I.")]
    );
    assert_eq!(
        of("<ol reversed><li>One<li>Two</ol>"),
        [some("2."), some("1.")]
    );
    assert_eq!(
        of("<ol style='list-style-type: lower-alpha'><li>One</ol><ul><li>Two</ul>"),
        [some("(a)"), None]
    );
    // A typed number is the one that was meant.
    assert_eq!(of("<ol><li>7. One</ol>"), [None]);
}

#[test]
fn items_inside_items_keep_their_order() {
    assert_eq!(
        labels(
            "<ol><li><p>Ships</p><ol type=a><li>Large<li>Small</ol><p>and boats</p><li>Piers</ol>"
        ),
        [
            (Some("1.".into()), "Ships".into()),
            (Some("(a)".into()), "Large".into()),
            (Some("(b)".into()), "Small".into()),
            (None, "and boats".into()),
            (Some("2.".into()), "Piers".into()),
        ]
    );
}

#[test]
fn what_belongs_to_the_site_is_set_aside() {
    let blocks = page(
        "<header><a href=/>Home</a></header><nav>Menu</nav><script>let a = 1</script>\
         <style>p{}</style><div role=navigation>More</div><p hidden>Never<p style='display:none'>shown\
         <p>Ships keep right.</p><aside>See also</aside><footer><p>© the port</p></footer>",
    );
    let seen: Vec<&str> = blocks.blocks.iter().map(|b| b.text.as_str()).collect();
    assert_eq!(seen, ["Ships keep right."]);
    let aside: Vec<&str> = blocks.stripped.iter().map(|s| s.text.as_str()).collect();
    assert_eq!(aside, ["Home", "Menu", "More", "See also", "© the port"]);
}

#[test]
fn a_head_with_sentences_belongs_to_the_text() {
    let sentence =
        "The ports of the northern coast have agreed on the rules that are set out here.";
    assert_eq!(
        texts(&format!(
            "<header><h2>Why</h2><p>{sentence}</header><p>Ships keep right."
        )),
        ["Why", sentence, "Ships keep right."]
    );
}

#[test]
fn the_main_part_is_the_text_where_a_page_names_it() {
    let blocks = page("<div>Other news</div><main><p>Ships keep right of one another.</main>");
    assert_eq!(blocks.blocks.len(), 1);
    assert_eq!(blocks.stripped.len(), 1);
    // A page may call its least part the main one.
    assert_eq!(
        texts("<p>Ships keep right of one another.</p><main>Share</main>").len(),
        2
    );
}

#[test]
fn lines_end_where_the_page_ends_them() {
    assert_eq!(
        texts("<p>Ships<br>keep right.<br><br>Boats wait."),
        ["Ships keep right.", "Boats wait."]
    );
    assert_eq!(texts("<p>船は\n  右側を<br>通る。"), ["船は右側を通る。"]);
    assert_eq!(
        texts("<pre>Ships\nkeep right.\n\nBoats wait.</pre>"),
        ["Ships keep right.", "Boats wait."]
    );
    assert_eq!(
        texts("<div>Ships <b>keep</b><p>right.</p>Boats</div>"),
        ["Ships keep", "right.", "Boats"]
    );
}

#[test]
fn tables_are_read_cell_by_cell() {
    assert_eq!(
        texts("<table><tr><th>Port<th>Ships<tr><td>North<td>5</table>"),
        ["Port", "Ships", "North", "5"]
    );
    // A number in a cell of its own is the number of the text beside it.
    assert_eq!(
        labels("<table><tr><td>(a)</td><td><p>Ships keep right.</p></td></tr></table>"),
        [(Some("(a)".into()), "Ships keep right.".into())]
    );
}

#[test]
fn bold_paragraphs_may_be_headings() {
    let blocks =
        page("<p><b>Harbour rules</b></p><p align=center>Part</p><p>Ships <b>keep</b> right.");
    let looks: Vec<(bool, bool)> = blocks.blocks.iter().map(|b| (b.bold, b.centred)).collect();
    assert_eq!(looks, [(true, false), (false, true), (false, false)]);
}

#[test]
fn linked_notes_stand_apart() {
    let blocks = page(
        "<p>Ships<sup><a href='#fn1' id=r1>1</a></sup> keep right.<sup><a href='#fn2'>2</a></sup></p>\
         <p>Boats<sup><a href='#fn1'>1</a></sup> wait.</p>\
         <ol><li id=fn1>Of any size. <a href='#r1'>↩</a><li id=fn2><p>Since long.</p></ol>",
    );
    assert_eq!(blocks.blocks.len(), 2);
    assert_eq!(blocks.blocks[0].text, "Ships keep right.");
    assert_eq!(
        blocks.blocks[0].note_marks,
        [(5, "1".into()), (17, "2".into())]
    );
    let notes = [
        ("1".into(), "Of any size.".into()),
        ("2".into(), "Since long.".into()),
    ];
    assert_eq!(blocks.footnotes, notes);
}

#[test]
fn notes_of_word_stand_apart() {
    let blocks = page(
        "<p class=MsoNormal>Ships keep right<a href='#_ftn1' name='_ftnref1' title=''>\
         <span class=MsoFootnoteReference><span>[1]</span></span></a>.</p>\
         <div id=ftn1><p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1' title=''>\
         <span class=MsoFootnoteReference>[1]</span></a> Of any size.</p><p>And boats.</p></div>",
    );
    assert_eq!(blocks.blocks.len(), 1);
    assert_eq!(blocks.blocks[0].text, "Ships keep right.");
    assert_eq!(
        blocks.footnotes,
        [("1".into(), "Of any size. And boats.".into())]
    );
}

#[test]
fn a_table_of_contents_takes_nothing_away() {
    let body = "<p><a href='#a1'>1</a> <a href='#a2'>2</a></p><p id=a1>Ships keep right.</p><p id=a2>Boats wait.</p>";
    assert_eq!(texts(body), ["1 2", "Ships keep right.", "Boats wait."]);
}

#[test]
fn raised_numbers_without_a_link() {
    let blocks = page("<p>Ships<sup>3</sup> keep right.</p><p><sup>3</sup> Of any size.</p>");
    assert_eq!(blocks.blocks.len(), 1);
    assert_eq!(blocks.footnotes, [("3".into(), "Of any size.".into())]);
    // Without a note it is a power.
    let blocks = page("<p>A port of 4 km<sup>2</sup>, <i>large</i> and deep.</p>");
    assert_eq!(blocks.blocks[0].text, "A port of 4 km2, large and deep.");
    assert_eq!(blocks.blocks[0].italics, vec![17..22]);
    assert!(blocks.blocks[0].note_marks.is_empty());
}

#[test]
fn the_language_is_the_one_the_page_declares() {
    let blocks = read(b"<html lang=fr-CA><p>Les navires tiennent la droite.").expect("a text");
    assert_eq!(blocks.facts.language.as_deref(), Some("fr-CA"));
}

#[test]
fn changes_are_taken_either_way() {
    let page = b"<html><p>Ships <del>may</del> <ins>shall</ins> wait.";
    let text = |revisions| read_either(page, revisions).map(|b| b.blocks[0].text.clone());
    assert_eq!(
        text(Revisions::Accepted).as_deref(),
        Ok("Ships shall wait.")
    );
    assert_eq!(text(Revisions::Rejected).as_deref(), Ok("Ships may wait."));
}

#[test]
fn pictures_are_counted() {
    let blocks = page("<p>Ships keep right.<img src=a><img src=b>");
    assert_eq!(blocks.warnings[0].detail.as_deref(), Some("2"));
}

#[test]
fn a_page_beyond_the_bounds_is_refused() {
    let code = |body: String| read(body.as_bytes()).map(|_| ()).map_err(|e| e.code());
    for open in ["<div>", "<b>", "<ul><li>", "<svg><g>", "<table><tr><td>"] {
        let deep = open.repeat(10_000);
        assert_eq!(code(format!("{deep}x")), Err("import-too-large"), "{open}");
    }
    for open in ["<div>", "<b>", "<ul><li>"] {
        assert_eq!(code(format!("{}x", open.repeat(100))), Ok(()), "{open}");
    }
    assert_eq!(
        read(b"<html><script>x</script>").err(),
        Some(ImportError::NoText)
    );
}
