//! What the controls do: turn, zoom, show one after the other, pass on. It refuses to know what they look like.

use super::{Lightbox, with_open};
use crate::platform::{self, lightbox as browser, task};
use crate::state::gallery::geometry::Point;

/// How long a photo stands in a slideshow.
const SLIDESHOW_MS: i32 = 5000;

/// What a control asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Command {
    /// Back to the page.
    Close,
    /// By so many photos.
    Turn(isize),
    /// Larger, or whole again.
    ToggleZoom,
    /// The slideshow on or off.
    Play,
    /// Full screen on or off.
    FullScreen,
    /// Other programs.
    Share,
    /// The photo's address to the clipboard.
    CopyLink,
    /// The photo that failed, again.
    Retry,
}

/// A control was used.
pub fn run(command: Command) {
    with_open(&mut |open| open.command(command));
}

impl Lightbox {
    /// A turn that the reader asked for, which ends the slideshow.
    pub(super) fn step_by(&mut self, by: isize) {
        self.slideshow = None;
        self.turn(by);
        self.stage.hurry();
    }

    pub(super) fn command(&mut self, command: Command) {
        match command {
            Command::Close => self.leave(),
            Command::Turn(by) => self.step_by(by),
            Command::ToggleZoom => {
                self.stage.toggle_zoom(Point::default());
            }
            Command::Play => self.play(),
            Command::FullScreen => self.browser.toggle_full_screen(),
            Command::Share => {
                platform::share::share(self.album.title(), &self.address());
            }
            Command::CopyLink => {
                platform::share::copy(&self.address());
                self.is_copied = true;
            }
            Command::Retry => {
                self.browser.focus();
                self.slides.retry(self.index);
            }
        }
        self.is_view_due = true;
    }

    /// Starts the slideshow, or ends it. It waits while the page is hidden, a finger is down, or the photo is still on its way.
    fn play(&mut self) {
        if self.slideshow.take().is_some() {
            return;
        }
        self.n_slideshows += 1;
        let number = self.n_slideshows;
        self.slideshow = Some(number);
        task::spawn(async move {
            loop {
                task::sleep(SLIDESHOW_MS).await;
                let mut goes_on = false;
                with_open(&mut |open| {
                    goes_on = open.slideshow == Some(number);
                    if goes_on && !browser::is_page_hidden() && !open.stage.is_held() {
                        open.go_round();
                    }
                });
                if !goes_on {
                    return;
                }
            }
        });
    }

    /// The next photo, after the last the first, once the current one has been seen.
    fn go_round(&mut self) {
        let slide = self.slides.get(self.index);
        if slide.is_none_or(|slide| slide.is_ready() || slide.is_failed()) {
            let is_last = self.index + 1 == self.album.photos().len();
            self.turn(if is_last { isize::MIN + 1 } else { 1 });
        }
    }
}
