//! A picture that keeps its place before it has loaded, and its point of interest when it is cropped.

use leptos::prelude::*;

use crate::state::page_data::ImageData;

/// When the browser should fetch a picture.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Loading {
    /// At once and before others: the picture that the first view is judged by.
    First,
    /// When it comes near.
    Lazy,
}

/// An `img` with its size, focus and placeholder.
#[component]
pub fn Picture(
    /// The picture.
    image: ImageData,
    /// When to fetch it.
    loading: Loading,
    /// The `sizes` that choose among the derivatives.
    sizes: &'static str,
) -> impl IntoView {
    let style = style(&image);
    let (lazy, priority) = match loading {
        Loading::First => (None, Some("high")),
        Loading::Lazy => (Some("lazy"), None),
    };
    let sizes = image.srcset.is_some().then_some(sizes);
    view! {
        <img
            src=image.url
            srcset=image.srcset
            sizes=sizes
            width=image.width
            height=image.height
            alt=image.alt
            loading=lazy
            fetchpriority=priority
            decoding="async"
            style=style
        />
    }
}

/// Sizes and placeholders alone are inline: a feed cannot express style, and both values are made by us.
fn style(image: &ImageData) -> Option<String> {
    let mut style = String::new();
    if let Some(focus) = &image.focus {
        style.push_str("object-position:");
        style.push_str(focus);
        style.push(';');
    }
    if let Some(placeholder) = &image.placeholder {
        style.push_str("background:");
        style.push_str(placeholder);
        style.push(';');
    }
    (!style.is_empty()).then_some(style)
}
