//! What the page draws, as pictures that stand alone.

use super::Section;
use super::standalone_svg::StandaloneSvg;
use crate::markup::export::Drawing;
use crate::markup::picture::{self, PicturedRun};
use crate::scenario::{DisplayState, Link};
use crate::state::saved_files::COMPARISON;
use crate::ui::browser::download::file;
use crate::ui::compare::compared;
use crate::ui::share::address_of;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

/// The kind of file.
#[derive(Clone, Copy)]
pub enum Format {
    /// To edit.
    Svg,
    /// To put into anything.
    Png,
}

/// Saves a drawing.
pub fn save_picture(section: Section, drawing: Drawing, format: Format) {
    let picture = match drawing {
        Drawing::Chart => chart(section),
        Drawing::District => district(section),
        Drawing::Comparison => comparison(section),
    };
    let Some((name, svg)) = picture else { return };
    spawn_local(async move {
        let ending = match format {
            Format::Svg => "svg",
            Format::Png => "png",
        };
        section.save(&format!("{name}.{ending}"), render(&svg, format).await);
    });
}

async fn render(svg: &str, format: Format) -> Result<Blob, JsValue> {
    let standalone = StandaloneSvg::new(svg)?;
    match format {
        Format::Svg => file("image/svg+xml", &standalone.svg()?),
        Format::Png => standalone.png().await,
    }
}

/// The address that opens what a picture shows.
fn address_showing(shown: DisplayState) -> String {
    address_of(&Link::from(shown).to_text())
}

/// The adoption chart: the beginning of its file's name, and the picture; none before there are futures.
fn chart(section: Section) -> Option<(String, String)> {
    let complete = section.page.results().complete.get_untracked()?;
    let scenario = &complete.scenario;
    let summary = complete.summary(section.page)?;
    let view = section.page.view.get_untracked();
    let name = section.name();
    let link = address_showing(DisplayState { view: view.name(), ..(*scenario).into() });
    let svg = picture::adoption(&summary, view, &name, &link);
    Some((section.file_names(scenario).chart(view), svg))
}

/// The same of the district.
fn district(section: Section) -> Option<(String, String)> {
    let page = section.page;
    let chronicle = page.results().chronicle.get_untracked()?;
    let (scenario, month) = (page.scenario.get_untracked(), page.month.get_untracked());
    let name = section.name();
    let link = address_showing(DisplayState { month: Some(month), ..scenario.into() });
    let svg = picture::district(&scenario, &chronicle, month, &name, &link);
    Some((section.file_names(&scenario).district(month), svg))
}

/// The same of the comparison.
fn comparison(section: Section) -> Option<(String, String)> {
    let runs = untrack(|| compared(section.page));
    let pictured: Vec<PicturedRun> = runs
        .iter()
        .map(|run| PicturedRun {
            name: &run.name,
            color: run.color,
            digest: &run.digest,
            link: address_showing(run.digest.scenario.into()),
        })
        .collect();
    let metric = section.page.results().pins.metric.get_untracked();
    Some((COMPARISON.to_owned(), picture::comparison(&pictured, metric)))
}
