//! The form that builds an embed: parts of the page in another page (`docs/embed.md`), and the snippet that
//! it makes. `public/embed.js` reads the same words.

use form_urlencoded::Serializer;
use maud::{Markup, html};

/// A part of the page that can be embedded.
pub struct Part {
    /// Its word in the address.
    pub key: &'static str,
    label: &'static str,
    /// About how high it is in a column of 700 pixels, for pages that do not follow its height.
    height: u32,
    is_usual: bool,
}

const fn part(key: &'static str, label: &'static str, height: u32, is_usual: bool) -> Part {
    Part { key, label, height, is_usual }
}

/// All parts, in the order of the embed.
pub const PARTS: [Part; 5] = [
    part("headline", "Headline", 100, true),
    part("chart", "Chart", 520, true),
    part("levers", "Levers", 640, true),
    part("district", "District", 560, false),
    part("outcomes", "Outcomes", 460, false),
];

/// Height of what is never missing: margins, and the line on what it is not.
const FOOT: u32 = 60;

/// Themes by their words in the address.
const THEMES: [(&str, &str); 3] =
    [("auto", "As the device has it"), ("light", "Light"), ("dark", "Dark")];

/// The names of the fields of the form.
pub mod names {
    /// Checked for each chosen part.
    pub const PART: &str = "embed-part";
    /// The chosen theme.
    pub const THEME: &str = "embed-theme";
    /// Whether the levers are locked.
    pub const LOCK: &str = "embed-lock";
    /// The address of the page around.
    pub const HOST: &str = "embed-host";
}

/// What is chosen in the form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Embed {
    /// Words of the chosen parts.
    pub parts: Vec<String>,
    /// The word of the theme.
    pub theme: String,
    /// Whether the levers are locked.
    pub is_locked: bool,
    /// The origin of the page around, if it is to be told what happens.
    pub host: Option<String>,
}

impl Embed {
    /// The address of the embed, from that of the page without link.
    pub fn address(&self, page: &str, link: &str) -> String {
        let mut query = Serializer::new(String::new());
        query.append_pair("embed", &self.parts.join(" "));
        if self.theme != THEMES[0].0 {
            query.append_pair("theme", &self.theme);
        }
        if self.is_locked {
            query.append_pair("lock", "all");
        }
        if let Some(host) = &self.host {
            query.append_pair("host", host);
        }
        format!("{page}?{}#{link}", query.finish())
    }

    /// What is put into the other page. It has no script of its own, which many sites forbid, and only a page
    /// that is told anything gets the script that follows the height.
    pub fn snippet(&self, page: &str, link: &str, title: &str) -> String {
        let folder = page.rsplit_once('/').map_or(page, |(folder, _)| folder);
        let chosen = PARTS.iter().filter(|part| self.parts.iter().any(|key| key == part.key));
        let height = FOOT + chosen.map(|part| part.height).sum::<u32>();
        // A border is no attribute but this one; a style in it would be refused by strict sites.
        let frame = html! {
            iframe src=(self.address(page, link)) title=(title) width="100%" height=(height)
                frameborder="0" loading="lazy" {}
        };
        let script = html! {
            @if self.host.is_some() { "\n" script src={ (folder) "/embed-host.js" } async {} }
        };
        frame.into_string() + &script.into_string()
    }
}

/// The form.
pub fn embed_form() -> String {
    html! {
        fieldset {
            legend { "Parts" }
            @for part in &PARTS {
                (tick("checkbox", names::PART, part.key, part.is_usual, part.label))
            }
        }
        fieldset {
            legend { "Colours" }
            @for (key, label) in THEMES { (tick("radio", names::THEME, key, key == THEMES[0].0, label)) }
        }
        (tick("checkbox", names::LOCK, "all", false, "Lock the levers: people see them and cannot move them"))
        div {
            label for=(names::HOST) { "Address of the other page, if it is to be told what people set" }
            input type="text" inputmode="url" autocomplete="off" spellcheck="false" id=(names::HOST)
                name=(names::HOST) placeholder="https://lms.example"
                aria-describedby="embed-host-help embed-problem";
            p class="help" id="embed-host-help" {
                "With it the embed follows the height of its content and reports changes to that site, and to no \
                 other. Without it the height is fixed and nothing is reported."
            }
        }
        p class="problem" id="embed-problem" role="alert" {}
    }
    .into_string()
}

fn tick(kind: &str, name: &str, value: &str, checked: bool, label: &str) -> Markup {
    html! {
        label class="tick" { input type=(kind) name=(name) value=(value) checked[checked]; (label) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "https://a.example/any/prefix/";
    const LINK: &str = "v1&preset=chicago&fast_slow=0.5";

    fn embed() -> Embed {
        Embed {
            parts: vec!["headline".to_owned(), "chart".to_owned()],
            theme: "auto".to_owned(),
            ..Embed::default()
        }
    }

    #[test]
    fn a_snippet_is_a_frame_with_the_chosen_parts_and_the_scenario() {
        assert_eq!(
            embed().snippet(PAGE, LINK, "Chicago"),
            "<iframe src=\"https://a.example/any/prefix/?embed=headline+chart#v1&amp;preset=chicago&amp;\
             fast_slow=0.5\" title=\"Chicago\" width=\"100%\" height=\"680\" frameborder=\"0\" \
             loading=\"lazy\"></iframe>"
        );
    }

    #[test]
    fn who_is_told_gets_the_script_that_follows_the_height() {
        let host = Some("https://lms.example".to_owned());
        let embed = Embed { host, is_locked: true, theme: "dark".to_owned(), ..embed() };
        assert_eq!(
            embed.address(PAGE, LINK),
            format!(
                "{PAGE}?embed=headline+chart&theme=dark&lock=all&host=https%3A%2F%2Flms.example#{LINK}"
            )
        );
        let snippet = embed.snippet(&format!("{PAGE}index.html"), LINK, "Chicago");
        let script = "\n<script src=\"https://a.example/any/prefix/embed-host.js\" async></script>";
        assert!(snippet.ends_with(script), "{snippet}");
    }

    #[test]
    fn what_stands_in_a_snippet_never_becomes_markup() {
        let snippet = embed().snippet("https://a.example/\"><b>/", LINK, "\"><b>");
        assert_eq!(snippet.matches('<').count(), 2, "{snippet}");
    }

    #[test]
    fn the_script_of_the_embed_knows_the_words_of_the_form() {
        let script = include_str!("../../public/embed.js");
        let known = |line: &str, keys: Vec<&str>| {
            let list: Vec<String> = keys.iter().map(|key| format!("\"{key}\"")).collect();
            assert!(script.contains(&format!("{line} = [{}];", list.join(", "))), "{line}");
        };
        known("const PARTS", PARTS.iter().map(|part| part.key).collect());
        let usual = PARTS.iter().filter(|part| part.is_usual);
        known("const USUAL_PARTS", usual.map(|part| part.key).collect());
        known("const THEMES", THEMES.iter().map(|(key, _)| *key).collect());
    }
}
