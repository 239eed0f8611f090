//! The sheet on which the parts of a picture are stacked vertically.

use super::WIDTH;
use super::lines::{estimated_width, wrap};
use crate::language::phrase;
use crate::summary::{COMPARE_ONLY, NOT_A_FORECAST};
use maud::{Markup, PreEscaped, html};

/// Margin around everything, in units.
const MARGIN: f64 = 24.0;
/// Width of the contents of the sheet, in units.
pub const INNER_WIDTH: f64 = WIDTH - 2.0 * MARGIN;
/// Font size of legends, settings and other small text, in units.
const SMALL_SIZE: f64 = 12.0;
/// Width of a legend mark with the space after it, in units.
const MARK_WIDTH: f64 = 28.0;

/// A sheet, filled from top to bottom.
pub struct Sheet {
    title: String,
    /// The description for screen readers.
    description: Vec<String>,
    /// Links, for the metadata.
    links: Vec<String>,
    parts: Vec<Markup>,
    /// The y at which the next part begins.
    y: f64,
}

impl Sheet {
    /// A sheet with its title, and the headline below it.
    pub fn new(title: &str, sentence: &str) -> Self {
        let mut sheet = Self {
            title: without_control_characters(title),
            description: Vec::new(),
            links: Vec::new(),
            parts: Vec::new(),
            y: MARGIN - 6.0,
        };
        sheet.write("title", 20.0, title);
        sheet.y += 4.0;
        sheet.write_and_describe("sentence", 14.0, sentence);
        sheet
    }

    /// Writes a text and adds it to the description.
    fn write_and_describe(&mut self, class: &str, size: f64, text: &str) {
        self.description.push(without_control_characters(text));
        self.write(class, size, text);
    }

    fn write(&mut self, class: &str, size: f64, text: &str) {
        // Bold text is about a tenth wider.
        let width = if class == "title" { INNER_WIDTH / 1.1 } else { INNER_WIDTH };
        for line in wrap(&without_control_characters(text), size, width) {
            self.y += (size * 1.4).round();
            self.parts.push(html! { text class=(class) x=(MARGIN) y=(self.y) { (line) } });
        }
    }

    /// A small text, as a separate paragraph.
    pub fn note(&mut self, text: &str) {
        self.y += 4.0;
        self.write_and_describe("small", SMALL_SIZE, text);
    }

    /// The legend: each mark is drawn around the baseline of its name.
    pub fn keys(&mut self, keys: impl IntoIterator<Item = (Markup, String)>, how_to_read: &str) {
        self.y += 26.0;
        let mut x = MARGIN;
        for (mark, name) in keys {
            let name = without_control_characters(&name);
            let width = MARK_WIDTH + estimated_width(&name, SMALL_SIZE);
            if x + width > WIDTH - MARGIN && x > MARGIN {
                x = MARGIN;
                self.y += 20.0;
            }
            self.parts.push(html! {
                g transform={ "translate(" (x.round()) " " (self.y) ")" } {
                    (mark)
                    text class="small" x=(MARK_WIDTH) { (name) }
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

    /// A link, preceded by the name of what it opens.
    pub fn link(&mut self, name: &str, link: &str) {
        self.links.push(without_control_characters(link));
        self.y += 4.0;
        let written = if name.is_empty() { link.to_owned() } else { format!("{name}: {link}") };
        let before = self.parts.len();
        self.write("small", SMALL_SIZE, &written);
        let lines: Vec<Markup> = self.parts.drain(before..).collect();
        self.parts.push(
            html! { a href=(without_control_characters(link)) { @for line in lines { (line) } } },
        );
    }

    /// Adds the disclaimer and the links, and returns the sheet as an SVG file.
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
                desc { (self.description.join(" ")) }
                (metadata(&self.title, &self.links))
                rect class="sheet" width=(WIDTH) height=(height) {}
                @for part in &self.parts { (part) }
            }
        }
        .into_string()
    }
}

/// The metadata for image management programs: title, creator and source in the Dublin Core vocabulary.
fn metadata(title: &str, links: &[String]) -> Markup {
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

/// The text without characters that XML does not allow.
fn without_control_characters(text: &str) -> String {
    let is_allowed = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    text.chars().filter(is_allowed).collect()
}
