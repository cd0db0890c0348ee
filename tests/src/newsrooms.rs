//! Newsrooms as `nashra publish` writes them, each published and served once for all cases. It refuses
//! to build anything: the command and `dist/` are there, or a case fails saying so.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex, PoisonError};

use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::HarnessError;
use crate::older_css::for_older_browsers;
use crate::site::{NashraServe, Nginx, Origin};

/// The newsrooms that cases asked for so far; their servers end with this value.
#[derive(Default)]
pub struct Newsrooms(Mutex<HashMap<PathBuf, Arc<Published>>>);

/// A newsroom on disk, served.
struct Published {
    dir: PathBuf,
    app: PathBuf,
    server: Arc<NashraServe>,
}

/// A page that `nashra publish` wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedPage {
    /// From the host's root, with the prefix.
    pub path: String,
    /// `home`, `release`, …
    pub kind: String,
    /// A language tag.
    pub lang: String,
}

impl Newsrooms {
    /// A newsroom by its folder, relative to the repository's root (`sample`), at its own address or at `base_url`.
    ///
    /// # Errors
    /// `Missing` when `nashra publish` refuses or is not built; run `cargo xtask test` then.
    pub fn origin(&self, newsroom: &str, base_url: Option<&str>) -> Result<Origin, HarnessError> {
        let published = self.published(newsroom, base_url, &app())?;
        Ok(Origin::Nashra(Arc::clone(&published.server)))
    }

    /// The same behind the real nginx with the configuration that was published.
    ///
    /// # Errors
    /// As `origin`; `Timeout` when nginx does not answer.
    pub fn origin_behind_nginx(
        &self,
        newsroom: &str,
        base_url: Option<&str>,
    ) -> Result<Origin, HarnessError> {
        let published = self.published(newsroom, base_url, &app())?;
        let name = published.dir.file_name().unwrap_or_default();
        let folder = root().join("target/browser-tests/nginx").join(name);
        Ok(Origin::Nginx(Arc::new(Nginx::start(
            &published.dir,
            &folder,
        )?)))
    }

    /// The same newsroom with another built app, for example one with an older style sheet.
    ///
    /// # Errors
    /// As `origin`.
    pub fn origin_with_app(&self, newsroom: &str, app: &Path) -> Result<Origin, HarnessError> {
        let published = self.published(newsroom, None, app)?;
        Ok(Origin::Nashra(Arc::clone(&published.server)))
    }

    /// The built app with an older style sheet, made once.
    ///
    /// # Errors
    /// `Io` when it cannot be written.
    pub fn app_for_older_browsers(&self) -> Result<PathBuf, HarnessError> {
        let to = root().join("target/browser-tests/app-older");
        // One case at a time, and not while another one publishes from it.
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.values().any(|published| published.app == to) {
            return Ok(to);
        }
        if to.is_dir() {
            std::fs::remove_dir_all(&to).map_err(HarnessError::io(to.display().to_string()))?;
        }
        copy_app(&app(), &to)?;
        Ok(to)
    }

    /// All pages of a published newsroom.
    ///
    /// # Errors
    /// As `origin`; `Shape` when the list is not what it should be.
    pub fn pages(&self, newsroom: &str) -> Result<Vec<ListedPage>, HarnessError> {
        let published = self.published(newsroom, None, &app())?;
        let file = published.dir.join(".nashra/pages.json");
        let text =
            std::fs::read_to_string(&file).map_err(HarnessError::io(file.display().to_string()))?;
        let pages: Value = serde_json::from_str(&text).unwrap_or_default();
        let listed = pages.as_array().into_iter().flatten().map(|page| {
            let field = |name: &str| page[name].as_str().map(str::to_owned);
            Some(ListedPage {
                path: field("path")?,
                kind: field("kind")?,
                lang: field("lang")?,
            })
        });
        let listed: Option<Vec<ListedPage>> = listed.collect();
        listed
            .filter(|pages| !pages.is_empty())
            .ok_or_else(|| HarnessError::Shape(file.display().to_string()))
    }

    /// Pages of a language that together hold every kind of page, every element and every class that its pages hold: what
    /// a check that cannot visit all of them should visit. Each is there for something that none before it has.
    ///
    /// # Errors
    /// As `pages`.
    pub fn telling_pages(
        &self,
        newsroom: &str,
        lang: &str,
    ) -> Result<Vec<ListedPage>, HarnessError> {
        let dir = self.published(newsroom, None, &app())?.dir.clone();
        let mut known = HashSet::new();
        let mut telling = Vec::new();
        for page in self.pages(newsroom)? {
            if page.lang != lang {
                continue;
            }
            let path = percent_decode_str(&page.path).decode_utf8_lossy();
            let file = dir.join(path.trim_start_matches('/'));
            let file = if page.path.ends_with('/') {
                file.join("index.html")
            } else {
                file
            };
            let html = std::fs::read_to_string(&file)
                .map_err(HarnessError::io(file.display().to_string()))?;
            let brings = traits(&html).map(str::to_owned).chain([page.kind.clone()]);
            // Every one is kept, whether or not another has proven the page telling.
            if brings.filter(|new| known.insert(new.clone())).count() > 0 {
                telling.push(page);
            }
        }
        Ok(telling)
    }

    /// A newsroom of a test's own, by its files; `sample/media` lies beside them. Made once: one name, one newsroom.
    ///
    /// # Errors
    /// `Io` when it cannot be written.
    pub fn make(&self, name: &str, files: &[(&str, String)]) -> Result<String, HarnessError> {
        let newsroom = ["target/browser-tests/newsrooms", name].join("/");
        let dir = root().join(&newsroom);
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.contains_key(&dir) {
            return Ok(newsroom);
        }
        let io = |path: &Path| HarnessError::io(path.display().to_string());
        if dir.is_dir() {
            std::fs::remove_dir_all(&dir).map_err(io(&dir))?;
        }
        for (path, text) in files {
            let file = dir.join(path);
            let folder = file.parent().unwrap_or(&dir);
            std::fs::create_dir_all(folder).map_err(io(folder))?;
            std::fs::write(&file, text).map_err(io(&file))?;
        }
        let media = dir.join("media");
        std::os::unix::fs::symlink(root().join("sample/media"), &media).map_err(io(&media))?;
        Ok(newsroom)
    }

    fn published(
        &self,
        newsroom: &str,
        base_url: Option<&str>,
        app: &Path,
    ) -> Result<Arc<Published>, HarnessError> {
        let root = root();
        let nashra = command();
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let dir = root.join(newsroom);
        let variant = [
            base_url.unwrap_or_default(),
            app.file_name()
                .and_then(|name| name.to_str())
                .filter(|name| *name != "dist")
                .unwrap_or_default(),
        ]
        .concat()
        .replace(['/', ':'], "-");
        let key = if variant.is_empty() {
            dir.clone()
        } else {
            dir.join(&variant)
        };
        if let Some(published) = known.get(&key) {
            return Ok(Arc::clone(published));
        }
        let out = root
            .join("target/browser-tests")
            .join([newsroom.replace('/', "-"), variant].concat());
        if out.is_dir() {
            // A page that is no longer published must not answer.
            std::fs::remove_dir_all(&out).map_err(HarnessError::io(out.display().to_string()))?;
        }
        publish(
            Command::new(&nashra)
                .current_dir(&root)
                // Photos and reports are made ready once for all newsrooms.
                .env("NASHRA_CACHE", root.join("target/press-cache"))
                .arg("publish")
                .arg(&dir)
                .args(
                    base_url
                        .map(|url| ["--base-url", url])
                        .into_iter()
                        .flatten(),
                ),
            &out,
            app,
        )?;
        let server = Arc::new(NashraServe::start(&nashra, &out)?);
        let published = Arc::new(Published {
            dir: out,
            app: app.to_owned(),
            server,
        });
        known.insert(key, Arc::clone(&published));
        Ok(published)
    }
}

/// The first page of each kind in a language.
#[must_use]
pub fn one_of_each_kind(pages: Vec<ListedPage>, lang: &str) -> Vec<ListedPage> {
    let mut kinds = HashSet::new();
    let pages = pages.into_iter().filter(|page| page.lang == lang);
    pages
        .filter(|page| kinds.insert(page.kind.clone()))
        .collect()
}

/// A folder of files as it is, but for style sheets, which lose what older browsers do not know.
fn copy_app(from: &Path, to: &Path) -> Result<(), HarnessError> {
    let io = |path: &Path| HarnessError::io(path.display().to_string());
    std::fs::create_dir_all(to).map_err(io(to))?;
    for entry in std::fs::read_dir(from).map_err(io(from))? {
        let file = entry.map_err(io(from))?.path();
        let copy = to.join(file.file_name().unwrap_or_default());
        if file.is_dir() {
            copy_app(&file, &copy)?;
        } else if file.extension().is_some_and(|end| end == "css") {
            let sheet = std::fs::read_to_string(&file).map_err(io(&file))?;
            std::fs::write(&copy, for_older_browsers(&sheet)).map_err(io(&copy))?;
        } else {
            std::fs::copy(&file, &copy).map_err(io(&file))?;
        }
    }
    Ok(())
}

/// The repository's root.
#[must_use]
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(1).unwrap_or(here).to_owned()
}

/// The built app that is tested.
#[must_use]
pub fn app() -> PathBuf {
    from_env("NASHRA_DIST", "dist")
}

/// The command that is tested.
#[must_use]
pub fn command() -> PathBuf {
    from_env("NASHRA_BIN", "target/release/nashra")
}

fn from_env(variable: &str, usual: &str) -> PathBuf {
    std::env::var_os(variable).map_or_else(|| root().join(usual), PathBuf::from)
}

/// The names of elements and the classes that HTML of ours holds.
fn traits(html: &str) -> impl Iterator<Item = &str> {
    let names = html
        .split('<')
        .skip(1)
        .filter_map(|rest| rest.split([' ', '>', '/']).next());
    let classes = html
        .split("class=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .flat_map(str::split_whitespace);
    names.chain(classes).filter(|name| !name.is_empty())
}

fn publish(nashra: &mut Command, out: &Path, app: &Path) -> Result<(), HarnessError> {
    let output = nashra.arg("--out").arg(out).arg("--app").arg(app).output();
    let output = output.map_err(HarnessError::io("nashra publish (run `cargo xtask test`)"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(HarnessError::Missing(format!(
        "nashra publish: {}",
        String::from_utf8_lossy(&output.stderr)
    )))
}
