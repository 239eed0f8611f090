//! The form that builds a snippet for another page. It is made when its section is opened.

use super::address_of;
use crate::companion::details::has_opened;
use crate::companion::share::{COPIED, NOT_COPIED, copy, is_done, link_of};
use crate::companion::state::Companion;
use crate::markup::embed::{Embed, names};
use crate::markup::embed_form;
use crate::scenario::{Link, Preset};
use crate::ui::elements::{all, tell_all};
use leptos::html::{Div, Textarea};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlInputElement, Url};

/// What a page reads that is no page on the web.
const NO_ADDRESS: &str = "This page is a file on a disk, so it has no address that another page could embed. \
                          Open Districtwide on a website to build a snippet.";
const NO_PARTS: &str =
    "Nothing is chosen, so the embed shows what it usually does: headline, chart and levers.";
const NO_HOST: &str = "This is not the address of a website, so the snippet is made without it. Write it like \
                       https://lms.example.";

/// The section.
#[component]
pub fn EmbedSection(companion: Companion) -> impl IntoView {
    let open = RwSignal::new(false);
    let content = move || {
        let page = address_of("");
        let page = page.strip_suffix('#').unwrap_or_default().to_owned();
        match page.as_str() {
            "" => view! { <p class="note">{NO_ADDRESS}</p> }.into_any(),
            _ => view! { <Form companion page /> }.into_any(),
        }
    };
    view! {
        <details class="embed" on:toggle=move |event| open.set(has_opened(&event))>
            <summary>"Embed it in another page"</summary>
            {move || open.get().then(content)}
        </details>
    }
}

/// The fields, and the snippet that is made of them.
#[component]
fn Form(companion: Companion, page: String) -> impl IntoView {
    let page = StoredValue::new(page);
    let fields: NodeRef<Div> = NodeRef::new();
    let chosen = RwSignal::new(Embed::default());
    let choose = move || {
        if let Some(fields) = fields.get() {
            chosen.set(read(&fields));
        }
    };
    Effect::new(choose);
    let link = move || Link::from(link_of(companion, false).shown).to_text();
    let address = move || page.with_value(|page| chosen.with(|embed| embed.address(page, &link())));
    let snippet = Memo::new(move |_| {
        let district = companion.scenario.with(|scenario| scenario.preset.map(Preset::label));
        let title =
            district.map_or("Districtwide".to_owned(), |name| format!("Districtwide: {name}"));
        page.with_value(|page| chosen.with(|embed| embed.snippet(page, &link(), &title)))
    });
    let text: NodeRef<Textarea> = NodeRef::new();
    let done = RwSignal::new("");
    let copy_it = move |_| {
        spawn_local(async move {
            let is_copied = is_done(copy(&snippet.get_untracked())).await;
            if let Some(text) = text.get_untracked().filter(|_| !is_copied) {
                text.select();
            }
            done.set(if is_copied { COPIED } else { NOT_COPIED });
        });
    };
    view! {
        <p class="quiet">
            "Put what you see into a course or a page of your own: the other page shows it from here, and \
             everything is still simulated on the device of whoever looks at it."
        </p>
        <div class="fields" node_ref=fields inner_html=embed_form() on:input=move |_| choose()></div>
        <label for="embed-snippet">"Snippet to paste into the other page\u{2019}s HTML"</label>
        <textarea
            id="embed-snippet"
            readonly
            rows="5"
            spellcheck="false"
            node_ref=text
            prop:value=move || snippet.get()
        ></textarea>
        <p class="buttons">
            <button type="button" on:click=copy_it>"Copy the snippet"</button>
            <a href=address target="_blank" rel="noopener">"Look at the embed"</a>
        </p>
        <p role="status">{move || done.get()}</p>
    }
}

/// What is chosen; what is wrong with it is said beside it.
fn read(fields: &Element) -> Embed {
    let checked = |name: &str| all(fields, &format!("[name={name}]:checked")).map(value);
    let parts: Vec<String> = checked(names::PART).collect();
    let typed =
        all(fields, &format!("[name={}]", names::HOST)).map(value).next().unwrap_or_default();
    let host = origin_of(typed.trim());
    let problem = match (parts.is_empty(), host.is_none() && !typed.trim().is_empty()) {
        (_, true) => NO_HOST,
        (true, false) => NO_PARTS,
        (false, false) => "",
    };
    tell_all(fields, ".problem", [problem]);
    Embed {
        parts,
        theme: checked(names::THEME).next().unwrap_or_default(),
        is_locked: checked(names::LOCK).next().is_some(),
        host,
    }
}

fn value(field: Element) -> String {
    field.unchecked_into::<HtmlInputElement>().value()
}

/// The origin of a website's address, of which browsers know best what it is.
fn origin_of(text: &str) -> Option<String> {
    let url = Url::new(text).ok().filter(|url| url.protocol().starts_with("http"))?;
    Some(url.origin())
}
