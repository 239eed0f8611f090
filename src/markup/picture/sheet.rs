//! The sheet on which a picture's parts stand under each other.

use super::WIDTH;
use super::lines::{lines, width_of};
use crate::language::phrase;
use crate::summary::{COMPARE_ONLY, NOT_A_FORECAST};
use maud::{Markup, PreEscaped, html};

/// Room around everything, units.
const MARGIN: f64 = 24.0;
/// Width of what stands on the sheet, units.
pub const INNER: f64 = WIDTH - 2.0 * MARGIN;
/// Size of the type of keys, settings and everything else that is small, units.
const SMALL: f64 = 12.0;
/// Width of a key's mark with the room behind it, units.
const MARK: f64 = 28.0;

/// A sheet, filled from above.
pub struct Sheet {
    title: String,
    /// What a screen reader is told.
    told: Vec<String>,
    /// Links, for programs.
    links: Vec<String>,
    parts: Vec<Markup>,
    /// Where the next part begins.
    y: f64,
}

impl Sheet {
    /// A sheet with its title, and the answer in a sentence below it.
    pub fn new(title: &str, sentence: &str) -> Self {
        let mut sheet = Self {
            title: plain(title),
            told: Vec::new(),
            links: Vec::new(),
            parts: Vec::new(),
            y: MARGIN - 6.0,
        };
        sheet.write("title", 20.0, title);
        sheet.y += 4.0;
        sheet.say("sentence", 14.0, sentence);
        sheet
    }

    /// A text, which is also told.
    fn say(&mut self, class: &str, size: f64, text: &str) {
        self.told.push(plain(text));
        self.write(class, size, text);
    }

    fn write(&mut self, class: &str, size: f64, text: &str) {
        // Bold type is a tenth wider.
        let width = if class == "title" { INNER / 1.1 } else { INNER };
        for line in lines(&plain(text), size, width) {
            self.y += (size * 1.4).round();
            self.parts.push(html! { text class=(class) x=(MARGIN) y=(self.y) { (line) } });
        }
    }

    /// A small text, as a paragraph of its own.
    pub fn note(&mut self, text: &str) {
        self.y += 4.0;
        self.say("small", SMALL, text);
    }

    /// What marks mean: each drawn around the line on which its name stands.
    pub fn keys(&mut self, keys: impl IntoIterator<Item = (Markup, String)>, how_to_read: &str) {
        self.y += 26.0;
        let mut x = MARGIN;
        for (mark, name) in keys {
            let name = plain(&name);
            let width = MARK + width_of(&name, SMALL);
            if x + width > WIDTH - MARGIN && x > MARGIN {
                x = MARGIN;
                self.y += 20.0;
            }
            self.parts.push(html! {
                g transform={ "translate(" (x.round()) " " (self.y) ")" } {
                    (mark)
                    text class="small" x=(MARK) { (name) }
                }
            });
            x += width + 12.0;
        }
        if !how_to_read.is_empty() {
            self.note(how_to_read);
        }
        self.y += 10.0;
    }

    /// A drawing as SVG, in an element of this class.
    pub fn draw(&mut self, class: &str, svg: &str, height: f64) {
        self.parts.push(html! {
            g class=(class) transform={ "translate(" (MARGIN) " " (self.y) ")" } { (PreEscaped(svg)) }
        });
        self.y += height + 8.0;
    }

    /// A link, with the name of what it opens before it.
    pub fn link(&mut self, name: &str, link: &str) {
        self.links.push(plain(link));
        self.y += 4.0;
        let written = if name.is_empty() { link.to_owned() } else { format!("{name}: {link}") };
        let before = self.parts.len();
        self.write("small", SMALL, &written);
        let lines: Vec<Markup> = self.parts.drain(before..).collect();
        self.parts.push(html! { a href=(plain(link)) { @for line in lines { (line) } } });
    }

    /// The sheet as an SVG file, once what it is not stands below everything but its links.
    pub fn finish(mut self, links: &[(&str, &str)]) -> String {
        self.note(&format!("{} {}", phrase(NOT_A_FORECAST), phrase(COMPARE_ONLY)));
        for (name, link) in links {
            self.link(name, link);
        }
        let height = (self.y + MARGIN - 6.0).ceil();
        let [width_mm, height_mm] = [WIDTH, height].map(|units| format!("{}mm", units / 4.0));
        html! {
            svg xmlns="http://www.w3.org/2000/svg" class="picture" width=(width_mm) height=(height_mm)
                viewBox={ "0 0 " (WIDTH) " " (height) } {
                title { (self.title) }
                desc { (self.told.join(" ")) }
                (about(&self.title, &self.links))
                rect class="sheet" width=(WIDTH) height=(height) {}
                @for part in &self.parts { (part) }
            }
        }
        .into_string()
    }
}

/// What programs that keep pictures read: the Dublin Core's title, maker and source.
fn about(title: &str, links: &[String]) -> Markup {
    html! {
        metadata {
            rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                xmlns:dc="http://purl.org/dc/elements/1.1/" {
                rdf:Description rdf:about="" {
                    dc:title { (title) }
                    dc:creator { "Districtwide" }
                    @for link in links { dc:source { (link) } }
                }
            }
        }
    }
}

/// The text without what XML cannot hold.
fn plain(text: &str) -> String {
    let held = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    text.chars().filter(held).collect()
}
