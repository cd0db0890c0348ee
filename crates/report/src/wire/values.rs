//! The values of this crate on the wire, field by field in the order of their declaration.
//!
//! It never skips a field: both sides are built from the same version, which the handshake checks.

use super::{DecodeError, Reader, Wire};
use crate::document::{DocumentInfo, Link, LinkTarget, OutlineItem, PageInfo};
use crate::geometry::{RectPt, RectPx, SizePt};
use crate::protocol::{Failure, Hit, Request, RequestKind, Response, ResponseKind};
use crate::text::{Block, BlockRole, Line, PageText, TextDirection, TextMapping, Word};

/// A struct, field by field.
macro_rules! wire_struct {
    ($($name:ident { $($field:ident),* })*) => { $(
        impl Wire for $name {
            fn write(&self, out: &mut Vec<u8>) {
                $(self.$field.write(out);)*
            }

            fn read(reader: &mut Reader<'_>) -> Result<Self, DecodeError> {
                Ok(Self { $($field: Wire::read(reader)?),* })
            }
        }
    )* };
}

/// An enum: a number for the variant, then its fields.
macro_rules! wire_enum {
    ($($name:ident { $($tag:literal $variant:ident $({ $($field:ident),* })? $(($value:ident))?,)* })*) => { $(
        impl Wire for $name {
            fn write(&self, out: &mut Vec<u8>) {
                match self {
                    $(Self::$variant $({ $($field),* })? $(($value))? => {
                        out.push($tag);
                        $($($field.write(out);)*)?
                        $($value.write(out);)?
                    })*
                }
            }

            fn read(reader: &mut Reader<'_>) -> Result<Self, DecodeError> {
                match u8::read(reader)? {
                    $($tag => {
                        $($(let $field = Wire::read(reader)?;)*)?
                        $(let $value = Wire::read(reader)?;)?
                        Ok(Self::$variant $({ $($field),* })? $(($value))?)
                    })*
                    _ => Err(DecodeError),
                }
            }
        }
    )* };
}

wire_struct! {
    SizePt { width, height }
    RectPt { x, y, width, height }
    RectPx { x, y, width, height }
    PageInfo { size, label }
    OutlineItem { title, page, children }
    Link { rect, target }
    DocumentInfo { pages, outline, title, author, language, page_progression }
    Word { text, rect, space_after }
    Line { words }
    Block { role, direction, language, lines }
    PageText { blocks, mapping }
    Request { id, generation, kind }
    Response { id, generation, kind }
    Hit { page, block, start, end, rects }
}

wire_enum! {
    LinkTarget { 0 Page { page, y }, 1 Url(url), }
    TextDirection { 0 Ltr, 1 Rtl, }
    TextMapping { 0 Complete, 1 Partial, 2 Missing, }
    BlockRole {
        0 Paragraph, 1 Heading(level), 2 ListItem, 3 TableCell, 4 Caption, 5 RunningHead, 6 PageNumber,
    }
    RequestKind {
        0 Hello { version }, 1 Open { password }, 2 Page { page, scale }, 3 Tile { page, scale, tile },
        4 Text { page }, 5 Links { page }, 6 Find { phrase, page }, 7 Cancel { request }, 8 CancelBefore, 9 Close,
    }
    ResponseKind {
        0 Ready { version }, 1 Opened { info }, 2 Bitmap { page, width, height }, 3 Text { page, text },
        4 Links { page, links }, 5 Found { page, hits }, 6 Cancelled, 7 Closed, 8 Failed(failure),
    }
    Failure {
        0 WrongVersion, 1 BadMessage, 2 NotOpen, 3 Password, 4 UnsupportedEncryption, 5 Invalid, 6 Empty,
        7 NoSuchPage, 8 BadSize, 9 BrokenPage,
    }
}
