//! What is published beside the page of an item, and linked at its end: downloads for the press, the text beside another language's,
//! the page as one file. None of it is in a list or a sitemap.

use nashra_app::route::Route;
use nashra_app::state::compose::catalogue::{Entry, Translation};
use nashra_app::state::compose::{Composer, localise};
use nashra_app::state::page_data::{Content, ItemData, PageData, TopicData};
use nashra_feed::{Item, Photo as PhotoOf};
use percent_encoding::percent_decode_str;

use super::{Job, MAX_NAME_BYTES, Writer, page_of};
use crate::error::PressError;
use crate::publish::album::{self, Member};
use crate::publish::kit::{self, Kit, KnownFile, Photo};

/// Photos that are worth an archive.
const MIN_ALBUM: usize = 2;

impl Writer<'_> {
    /// Publishes what belongs beside `page`, which is at home here, and links it there.
    pub(super) fn beside(
        &self,
        job: &Job,
        entry: Entry<'_>,
        composer: &Composer<'_>,
        page: &mut PageData,
    ) -> Result<(), PressError> {
        let path = page
            .path
            .strip_prefix(self.setting.prefix)
            .unwrap_or(&page.path);
        let folder = percent_decode_str(path).decode_utf8_lossy().into_owned();
        if folder.split('/').any(|name| name.len() > MAX_NAME_BYTES) {
            return Ok(());
        }
        let Content::Item(data) = &page.content else {
            return Ok(());
        };
        let mut links = Vec::new();
        links.extend(self.downloads(job, entry, data, page, &folder)?);
        links.extend(self.side_by_side(job, entry, composer, page, &folder)?);
        links.extend(self.pack(job, entry.item, data, page, &folder)?);
        if let Content::Item(data) = &mut page.content {
            data.links = links;
        }
        Ok(())
    }

    /// The page of an item's downloads, where there are any.
    fn downloads(
        &self,
        job: &Job,
        entry: Entry<'_>,
        data: &ItemData,
        page: &PageData,
        folder: &str,
    ) -> Result<Option<TopicData>, PressError> {
        let (item, facts) = (entry.item, self.setting.facts);
        let of_press = |url: &str| facts.press.get(url.strip_prefix(self.setting.prefix)?);
        let photos = item
            .photos
            .iter()
            .zip(&data.photos)
            .filter_map(|(photo, shown)| {
                let sizes = of_press(&shown.image.url)?.clone();
                Some(Photo {
                    shown: shown.clone(),
                    rights: photo.rights.clone(),
                    web_url: [self.setting.prefix, &sizes.web_path()].concat(),
                    sizes,
                })
            });
        let photos: Vec<Photo> = photos.collect();
        let files = data.attachments.iter().filter_map(|file| {
            let own = file.url.strip_prefix(self.setting.prefix);
            let made = own.and_then(|path| facts.sums.get(path));
            let base = self.setting.source.newsroom.base_url.as_str();
            let local = |url: &str| localise(url, base, self.setting.prefix);
            let mut known = item.attachments.iter();
            let said = known.find(|other| local(other.url.as_str()) == file.url);
            let sum = made.or_else(|| said?.sha256.as_ref())?.clone();
            let shown = file.clone();
            Some(KnownFile { shown, sum })
        });
        let files: Vec<KnownFile> = files.collect();
        if photos.is_empty() && files.is_empty() {
            return Ok(None);
        }
        let album = self.album(job, entry, data.title.as_deref(), folder)?;
        let locale = &self.plan.frames[job.frame].locale;
        let way = self.way(job, data, page);
        let of = kit::Item {
            title: data.title.as_deref().unwrap_or(&data.label),
            language: data.language.as_deref(),
            direction: &data.direction,
            way,
        };
        let title = locale.fill("press.of", &[("title", of.title)]);
        let has_files = !files.is_empty();
        let kit = Kit {
            photos,
            album,
            files,
        };
        let content = kit::page(kit, of, locale);
        let script = has_files.then_some(&self.setting.assets.verify);
        let alternates = |path: &str| Some([path, kit::FOLDER].concat());
        let alternates = self.alternates(page, alternates);
        self.plain(
            job,
            &[folder, kit::FOLDER].concat(),
            &title,
            alternates,
            content,
            script,
        )?;
        Ok(Some(TopicData {
            name: locale.text("press.title"),
            path: [&page.path, kit::FOLDER].concat(),
        }))
    }

    /// The archive of an item's photos: address and bytes. Languages that show the same photos share one, which stands beside the first of
    /// them and holds the credits in all.
    fn album<'a>(
        &'a self,
        job: &Job,
        entry: Entry<'a>,
        title: Option<&str>,
        folder: &str,
    ) -> Result<Option<(String, u64)>, PressError> {
        let base = self.setting.source.newsroom.base_url.as_str();
        let facts = self.setting.facts;
        let own = |item: &'a Item| -> Vec<(&'a str, &'a PhotoOf)> {
            let photos = item.photos.iter();
            let photos =
                photos.filter_map(|photo| Some((photo.url.as_str().strip_prefix(base)?, photo)));
            photos
                .filter(|(path, _)| facts.press.contains_key(*path))
                .collect()
        };
        let paths = |item: &'a Item| own(item).into_iter().map(|(path, _)| path);
        let n_photos = paths(entry.item).count();
        if n_photos < MIN_ALBUM {
            return Ok(None);
        }
        let places = self.plan.catalogue.everywhere(entry);
        let same = places.filter(|place| {
            let other = place.entry.item;
            !place.is_loan && other.withdrawn.is_none() && paths(other).eq(paths(entry.item))
        });
        let same: Vec<Translation<'_>> = same.collect();
        let members = paths(entry.item).enumerate().filter_map(|(at, path)| {
            let name = percent_decode_str(path.rsplit('/').next()?).decode_utf8_lossy();
            let name = format!("{:02}-{name}", at + 1);
            let path = self.setting.places.file(path)?;
            Some(Member { name, path })
        });
        let members: Vec<Member> = members.collect();
        let credits = same.iter().map(|place| {
            let locale = &self.plan.frames[place.language].locale;
            let name = ["credits.", locale.tag.as_str(), ".txt"].concat();
            let photos = own(place.entry.item).into_iter().map(|(_, photo)| photo);
            let names = members.iter().map(|member| &*member.name);
            (
                name,
                album::credits(place.entry.item, names.zip(photos), locale),
            )
        });
        let credits: Vec<album::Credits> = credits.collect();
        let made = album::archive(&members, &credits, self.setting.cache);
        let (file, n_bytes) = match made {
            Ok(made) => made,
            Err(error) => {
                eprintln!(
                    "{}: {error}; its photos are in no archive",
                    title.unwrap_or(folder)
                );
                return Ok(None);
            }
        };
        let first = same.first().map_or(job.frame, |place| place.language);
        let at_home = same.first().map_or(entry, |place| place.entry);
        if first == job.frame {
            self.setting
                .output
                .copy(&file, &[folder, album::FILE].concat())?;
        }
        let tag = self.plan.catalogue.tag(first);
        let path = Route::new(tag, page_of(at_home)).path(self.setting.prefix);
        Ok(Some(([&path, album::FILE].concat(), n_bytes)))
    }
}
