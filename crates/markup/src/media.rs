//! Players that content may embed: each becomes a link that the app turns into the player when the reader asks.
//! It refuses every frame that it does not know, and loads nothing by itself.
//!
//! In the tree it is an ordinary `a` with `data-media`: without the app the link leads to the film's page or file.

/// Which player a click-to-load link stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// A film on YouTube.
    YouTube,
    /// A film on Vimeo.
    Vimeo,
    /// A video file.
    Video,
    /// An audio file.
    Audio,
}

const YOUTUBE_PAGE: &str = "https://www.youtube.com/watch?v=";
const VIMEO_PAGE: &str = "https://vimeo.com/";

impl Media {
    /// The value of `data-media`.
    pub fn name(self) -> &'static str {
        match self {
            Media::YouTube => "youtube",
            Media::Vimeo => "vimeo",
            Media::Video => "video",
            Media::Audio => "audio",
        }
    }

    /// The player named by `data-media`, if the link's address is really one of its addresses.
    pub(crate) fn of(name: &str, href: &str) -> Option<Media> {
        let media = [Media::YouTube, Media::Vimeo, Media::Video, Media::Audio]
            .into_iter()
            .find(|m| m.name() == name)?;
        media.player_url(href).map(|_| media)
    }

    /// The address to load in the player (a frame for YouTube and Vimeo, a media file else) for a link's `href`.
    pub fn player_url(self, href: &str) -> Option<String> {
        match self {
            Media::YouTube => {
                let id = href.strip_prefix(YOUTUBE_PAGE).filter(|id| is_token(id))?;
                Some(format!("https://www.youtube-nocookie.com/embed/{id}"))
            }
            Media::Vimeo => {
                let path = href.strip_prefix(VIMEO_PAGE)?;
                let (id, hash) = path.split_once('/').unwrap_or((path, ""));
                let player = "https://player.vimeo.com/video/";
                match (is_token(id), hash) {
                    (true, "") => Some([player, id].concat()),
                    (true, hash) if is_token(hash) => Some([player, id, "?h=", hash].concat()),
                    _ => None,
                }
            }
            Media::Video | Media::Audio => href.starts_with("http").then(|| href.to_owned()),
        }
    }

    /// The player behind a frame, and the address of the film's own page. `src` is resolved and normalised.
    pub(crate) fn of_frame(src: &str) -> Option<(Media, String)> {
        let rest = src
            .strip_prefix("https://")
            .or_else(|| src.strip_prefix("http://"))?;
        let rest = rest.strip_prefix("www.").unwrap_or(rest);
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let id_after = |prefix| path.strip_prefix(prefix).filter(|id| is_token(id));
        if let Some(id) =
            id_after("youtube.com/embed/").or_else(|| id_after("youtube-nocookie.com/embed/"))
        {
            // A play list has no film of its own.
            return (id != "videoseries").then(|| (Media::YouTube, [YOUTUBE_PAGE, id].concat()));
        }
        let id = id_after("player.vimeo.com/video/")?;
        let hash = query
            .split('&')
            .find_map(|pair| pair.strip_prefix("h="))
            .filter(|hash| is_token(hash));
        Some((
            Media::Vimeo,
            hash.map_or_else(
                || [VIMEO_PAGE, id].concat(),
                |hash| [VIMEO_PAGE, id, "/", hash].concat(),
            ),
        ))
    }
}

fn is_token(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}
