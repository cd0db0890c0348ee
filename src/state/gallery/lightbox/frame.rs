//! What a frame does: shows what changed, draws what moves, and spreads over several what would make one late
//! (`docs/decisions/0018-a-turn-of-the-lightbox.md`).

use super::{Lightbox, OPEN, Shown, full_screen};
use crate::platform::lightbox::Drawing;
use crate::platform::{history, task};
use crate::state::gallery::geometry::bound;

/// How long a photo must stand before the address names it: longer than a reader takes to go on, since a change of the address keeps
/// Chromium from passing on what fingers do, for tens of milliseconds on a slow phone.
const ADDRESS_MS: f64 = 700.0;

impl Lightbox {
    /// Has the next frame drawn.
    pub(super) fn wake(&mut self) {
        if !std::mem::replace(&mut self.is_tick_due, true) {
            task::at_next_frame(tick);
        }
    }

    /// Writes the address once the reader has stayed: engines refuse addresses that change with every repeat of a key.
    fn settle_address(&mut self, now_ms: f64) {
        let turned_ms = *self.turned_ms.get_or_insert(now_ms);
        if self.is_address_due && now_ms - turned_ms > ADDRESS_MS && !self.stage.is_leaving() {
            self.is_address_due = false;
            history::replace(&self.address());
        }
    }

    pub(super) fn draw(&mut self) {
        let frame = self.stage.frame();
        self.browser.draw(&Drawing {
            row: frame.row,
            at: (frame.at.x, frame.at.y),
            scale: frame.scale,
            backdrop: frame.backdrop,
        });
    }

    pub(super) fn show(&mut self) {
        let tells = self.is_view_due && self.n_frames_to_tell == 0;
        if tells {
            self.told = self.index;
            self.is_view_due = false;
        }
        self.is_row_due = false;
        self.was_zoomed = self.stage.is_zoomed();
        self.ask();
        for at in 0..self.slides.all.len() {
            let size = self.size(self.slides.all[at].index);
            self.slides.all[at].size = size;
        }
        let shown = Shown {
            slides: &self.slides.all,
            album: &self.album,
            index: self.index,
            told: self.told,
            first: self.index as isize - self.stage.place(),
            room: self.room_size(),
            is_playing: self.slideshow.is_some(),
            is_zoomed: self.was_zoomed,
            is_full_screen: full_screen(),
            is_bare: self.is_bare,
            is_copied: self.is_copied,
        };
        self.view.show(&shown, tells);
        self.browser.find_photo();
    }
}

/// A frame: what changed is shown, what moves is drawn.
fn tick(now_ms: f64) {
    let is_gone = OPEN.with_borrow_mut(|open| {
        let Some(open) = open else {
            return false;
        };
        open.is_tick_due = false;
        let stays = open.n_frames_to_stay;
        open.n_frames_to_stay = stays.saturating_sub(1);
        if stays == 1 {
            open.leave_now();
        }
        // The first frame after a rest is as long as any.
        let before_ms = open.drawn_ms.unwrap_or(now_ms - 16.0);
        let moves = open.stage.step(bound(now_ms - before_ms, 1.0, 64.0));
        open.drawn_ms = moves.then_some(now_ms);
        let waits = open.n_frames_to_tell;
        open.n_frames_to_tell = waits.saturating_sub(1);
        open.is_view_due |= open.was_zoomed != open.stage.is_zoomed();
        if waits <= 2 && (open.is_view_due || open.is_row_due) {
            open.show();
        }
        open.draw();
        open.settle_address(now_ms);
        if moves || open.is_view_due || stays > 1 || open.is_address_due {
            open.wake();
        }
        open.stage.is_gone()
    });
    if is_gone && let Some(open) = OPEN.take() {
        open.finish();
    }
}
