//! Writes the colors and the type of the page's own style sheet into a picture, as on paper, and makes a
//! file of it that needs no style sheet.

use crate::markup::picture::{PIXELS_PER_METER, PIXELS_PER_UNIT, with_resolution};
use crate::ui::browser::download::file;
use crate::ui::browser::elements::all;
use js_sys::{Array, ArrayBuffer, Promise, Uint8Array};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, DomParser, Element, HtmlCanvasElement,
    HtmlImageElement, SupportedType, Url, XmlSerializer,
};

/// The style properties of a drawing. All of them are inherited.
const STYLE: [&str; 9] = [
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "paint-order",
    "font-family",
    "font-size",
    "font-weight",
];

/// A picture that needs no style sheet.
pub struct StandaloneSvg(Element);

impl StandaloneSvg {
    /// From a picture of [`crate::markup::picture`].
    pub fn new(svg: &str) -> Result<Self, JsValue> {
        let parsed = DomParser::new()?.parse_from_string(svg, SupportedType::ImageSvgXml)?;
        let root = parsed.document_element().ok_or("no picture")?;
        let root: Element = document().adopt_node(&root)?.unchecked_into();
        // Where the style sheet finds it, in the light colors, and nobody sees it.
        let sheet = document().create_element("div")?;
        sheet.set_class_name("on-paper press");
        sheet.append_child(&root)?;
        document().body().ok_or("no page")?.append_child(&sheet)?;
        let styled = inline_styles(&root);
        sheet.remove();
        styled?;
        all(&root, "[class]")
            .chain([root.clone()])
            .try_for_each(|e| e.remove_attribute("class"))?;
        Ok(Self(root))
    }

    /// As an SVG file.
    pub fn svg(&self) -> Result<String, JsValue> {
        let svg = XmlSerializer::new()?.serialize_to_string(&self.0)?;
        Ok(format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{svg}\n"))
    }

    /// As a PNG file for print.
    pub async fn png(&self) -> Result<Blob, JsValue> {
        let view_box = self.0.get_attribute("viewBox").unwrap_or_default();
        let whole = |units: &str| units.parse::<u32>().ok();
        let [width, height] = match view_box.split(' ').filter_map(whole).collect::<Vec<_>>()[..] {
            [_, _, width, height] => [width, height].map(|units| units * PIXELS_PER_UNIT),
            _ => return Err("a picture without a size".into()),
        };
        self.0.set_attribute("width", &width.to_string())?;
        self.0.set_attribute("height", &height.to_string())?;
        let address = Url::create_object_url_with_blob(&file("image/svg+xml", &self.svg()?)?)?;
        let canvas = drawn(&address, width, height).await;
        Url::revoke_object_url(&address)?;
        let canvas = canvas?;
        let blob = JsFuture::from(Promise::new(&mut |done, failed| {
            if let Err(error) = canvas.to_blob(&done) {
                let _ = failed.call1(&JsValue::NULL, &error);
            }
        }));
        // A canvas that is too large for the browser gives none.
        let blob: Blob = blob.await?.dyn_into()?;
        let bytes: ArrayBuffer = JsFuture::from(blob.array_buffer()).await?.dyn_into()?;
        let png = with_resolution(&Uint8Array::new(&bytes).to_vec(), PIXELS_PER_METER);
        let kind = BlobPropertyBag::new();
        kind.set_type("image/png");
        let png = Array::of1(&Uint8Array::from(&png[..]));
        Blob::new_with_u8_array_sequence_and_options(&png, &kind)
    }
}

/// The image at this address on a canvas of this size.
async fn drawn(address: &str, width: u32, height: u32) -> Result<HtmlCanvasElement, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(address);
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or("no canvas")?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    let [width, height] = [width, height].map(f64::from);
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    Ok(canvas)
}

/// Writes the computed style of each element into its attributes, where it differs from its parent's.
fn inline_styles(root: &Element) -> Result<(), JsValue> {
    let style_of = |element: &Element| -> Result<[String; STYLE.len()], JsValue> {
        let style = window().get_computed_style(element)?.ok_or("no style")?;
        Ok(STYLE.map(|name| style.get_property_value(name).unwrap_or_default()))
    };
    for (name, value) in STYLE.iter().zip(style_of(root)?) {
        root.set_attribute(name, &value)?;
    }
    for element in all(root, "*") {
        let Some(around) = element.parent_element() else { continue };
        let (own, around) = (style_of(&element)?, style_of(&around)?);
        for ((name, value), around) in STYLE.iter().zip(own).zip(around) {
            // A pattern is named by the element itself.
            if value != around && !value.starts_with("url") {
                element.set_attribute(name, &value)?;
            }
        }
    }
    Ok(())
}
