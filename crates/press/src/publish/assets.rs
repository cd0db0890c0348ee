//! The built app's files under names that change with their content, and the script that starts it.

use std::cell::RefCell;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

mod report_worker;
mod widget;

use super::analytics;
use super::embed::EmbedAssets;
use super::files::{Key, Output, Waiting};
use super::fonts::Font;
use super::kit;
use super::offline;
use crate::digest::hex;
use crate::error::{PressError, io};
use crate::source::Source;

/// Paths of the assets, from the host's root.
pub(super) struct Assets {
    /// The style sheet, which stands in every page: nothing is drawn before it, so it must not be waited for.
    pub(super) style: String,
    /// The style of rooms that few pages have.
    pub(super) later: Asset,
    /// What it styles; see [`Assets::needs_later`].
    later_classes: HashSet<String>,
    /// The newsroom's own `theme.css`, after ours.
    pub(super) theme: Option<Asset>,
    pub(super) start: Asset,
    /// The app's JavaScript.
    pub(super) app: Asset,
    /// The fonts that first views may need.
    pub(super) fonts: Vec<Font>,
    /// Message files by language tag.
    pub(super) messages: Vec<(String, String)>,
    /// The WebAssembly that `app` loads.
    wasm: String,
    /// What the page shown without a network runs; `None` where no copies are kept.
    pub(super) retry: Option<Asset>,
    /// What verifies copies of downloads, on the page that lists them.
    pub(super) verify: Asset,
    /// What tells the newsroom's own counter of visits; `None` where nothing is counted.
    pub(super) beacon: Option<Asset>,
    /// What partners' frames run.
    pub(super) embed: EmbedAssets,
    /// All of the app, what is seldom needed too, without the fonts and maps that reports may leave out.
    pub(super) all: Vec<String>,
}

impl Assets {
    /// What every page needs: kept before anything else.
    pub(super) fn core(&self) -> Vec<&str> {
        let assets = self.of_pages().chain(&self.retry);
        let paths = assets.map(|asset| &*asset.path);
        paths.chain([&*self.wasm]).collect()
    }

    /// What pages run and are styled by, as files.
    fn of_pages(&self) -> impl Iterator<Item = &Asset> {
        let assets = [&self.start, &self.app, &self.later];
        assets.into_iter().chain(&self.theme).chain(&self.beacon)
    }

    /// Whether a page with this body must have the second sheet before it is drawn.
    pub(super) fn needs_later(&self, body: &str) -> bool {
        let lists = body.split(" class=\"").skip(1);
        let mut classes = lists
            .filter_map(|rest| rest.split('"').next())
            .flat_map(str::split_whitespace);
        classes.any(|class| self.later_classes.contains(class))
    }

    /// What documents name of them.
    pub(super) fn key(&self) -> Key {
        let mut parts: Vec<&[u8]> = self
            .of_pages()
            .map(|asset| asset.integrity.as_bytes())
            .collect();
        parts.extend(self.fonts.iter().map(|font| font.path.as_bytes()));
        parts.push(self.style.as_bytes());
        parts.push(super::policy::BOOT_SCRIPT.as_bytes());
        Key::of(&parts)
    }
}

/// A file and its integrity.
pub(super) struct Asset {
    pub(super) path: String,
    /// Subresource Integrity value.
    pub(super) integrity: String,
}

/// Names the assets of `app` and of `source`'s languages. Most wait to be written, for compressing them takes seconds.
pub(super) fn write(
    app: &Path,
    source: &Source,
    prefix: &str,
    has_search: bool,
    output: &Output,
) -> Result<(Assets, Vec<Waiting<'static>>), PressError> {
    let writer = Writer {
        prefix,
        output,
        waiting: RefCell::default(),
    };
    let glue = find(
        app,
        "nashra-app-",
        ".js",
        "the app's JavaScript (nashra-app-*.js)",
    )?;
    let wasm = find(
        app,
        "nashra-app-",
        ".wasm",
        "the app's WebAssembly (nashra-app-*_bg.wasm)",
    )?;
    let css = find(app, "nashra-", ".css", "the style sheet (nashra-*.css)")?;
    let later = find(app, "later-", ".css", "the second sheet (later-*.css)")?;
    let glue = writer.hashed("app.js", read(&glue)?);
    let wasm = writer.hashed("app.wasm", read(&wasm)?);
    let [live, live_wasm] = writer.module(app, "live", "the live module (nashra-live.js)")?;
    let missing = "the report viewer (nashra-viewer.js)";
    let [viewer, viewer_wasm] = writer.module(app, "viewer", missing)?;
    let worker = report_worker::write(app, &writer)?;
    let modules = [
        &wasm,
        &live,
        &live_wasm,
        &viewer,
        &viewer_wasm,
        &worker.entry,
        &worker.module,
    ];
    let (style, fonts) = writer.style(app, &css)?;
    let sheet = writer.hashed("nashra.css", &*style);
    let later = read(&later)?;
    let later_classes = own_classes(&String::from_utf8_lossy(&later), &style);
    let later = writer.hashed("later.css", later);
    let theme = source
        .files
        .as_ref()
        .map(|files| files.root().join("theme.css"));
    let theme = theme.filter(|path| path.is_file());
    let theme = theme.map(|path| read(&path)).transpose()?;
    let theme = theme.map(|bytes| writer.hashed("theme.css", bytes));
    let messages = source.languages.iter().map(|language| {
        let name = ["messages-", &language.tag, ".json"].concat();
        let asset = writer.hashed(&name, &*language.messages_json);
        (language.tag.clone(), asset.path)
    });
    let messages: Vec<(String, String)> = messages.collect();
    let marks = writer.hashed("marks.js", MARKS_SCRIPT);
    let mut start = start_script(&Parts {
        glue: &glue,
        files: modules.map(|asset| file_name(&asset.path)),
        style: file_name(&sheet.path),
        later: file_name(&later.path),
        messages: &messages,
    });
    start.push_str(&marks_script(file_name(&marks.path)));
    if has_search {
        start.push_str(SEARCH_SCRIPT);
    }
    let keeps_copies = source.newsroom.keeps_copies;
    let retry = keeps_copies.then(|| writer.hashed("offline.js", offline::RETRY_SCRIPT));
    if keeps_copies {
        start += &offline::register_script();
        // A build is known by its start script: it must not stay the same when a style sheet changes.
        start += &["//", &writer.digest()].concat();
    }
    let start = writer.hashed("start.js", start);
    let verify = writer.hashed("verify.js", kit::VERIFY_SCRIPT);
    let beacon = analytics::script(&source.newsroom).map(|text| writer.hashed("visits.js", text));
    let all = writer.paths();
    // After the list of what readers may keep: the newsroom's own pages never ask for it.
    let embed = widget::write(app, source, [&live, &live_wasm], &writer)?;
    let waiting = writer.waiting.into_inner();
    let assets = Assets {
        style,
        later,
        later_classes,
        theme,
        start,
        app: glue,
        fonts,
        messages,
        wasm: wasm.path,
        retry,
        verify,
        beacon,
        embed,
        all,
    };
    Ok((assets, waiting))
}

/// What the start script names.
struct Parts<'a> {
    glue: &'a Asset,
    /// File names: the WebAssembly of the app, the two of the live module, of the viewer, and of the report worker.
    files: [&'a str; 7],
    style: &'a str,
    later: &'a str,
    messages: &'a [(String, String)],
}

/// Starts the app once the first view is there, for which it is not needed, or after three seconds: where lines are slow its bytes
/// would come at the cost of the page's picture. WebAssembly, glue and the messages of the page's language are then fetched beside
/// each other; the app asks for its messages only once it runs, and finds them in the browser's cache. The live module and the viewer wait
/// until they are asked for, and the report worker is only named. No preload of WebAssembly: Safari would fetch it twice.
///
/// The app opens what the second sheet styles, pages and the lightbox, so it waits for that sheet: it comes beside the WebAssembly, which
/// is many times as large, and may fail or be three seconds late. A newsroom's own theme stays after both.
///
/// A published report does not wait for the app: [`READER_SCRIPT`].
///
/// A page whose own style is refused, by a policy that the host forgot to renew, gets the same style as a file.
fn start_script(parts: &Parts<'_>) -> String {
    let [wasm, live, live_wasm, viewer, viewer_wasm, worker, module] = parts.files;
    let (glue, integrity) = (file_name(&parts.glue.path), &parts.glue.integrity);
    let (style, later) = (parts.style, parts.later);
    let files = parts.messages.iter();
    let files: serde_json::Map<_, _> = files
        .map(|(tag, path)| (tag.clone(), format!("./{}", file_name(path)).into()))
        .collect();
    let messages = serde_json::Value::Object(files);
    format!(
        "const file=(name)=>new URL(name,import.meta.url),\
         root=document.getElementById(\"nashra\"),messages={messages}[document.documentElement.lang],\
         link=(rel,name,more)=>{{const it=Object.assign(document.createElement(\"link\"),{{rel,href:file(name),...more}});\
         document.querySelector(\"style\").after(it);return it}};\
         root.nashraReportWorker=file(\"./{worker}\").href;\
         root.nashraReportModule=file(\"./{module}\").href;\
         const load=(script,wasm)=>{{let loading;return()=>loading??=Promise.all([import(script),fetch(file(wasm))])\
         .then(([module,answer])=>module.default({{module_or_path:answer}}))\
         .catch((error)=>{{loading=undefined;throw error}})}};\
         root.nashraLoadLive=load(\"./{live}\",\"./{live_wasm}\");\
         root.nashraLoadViewer=load(\"./{viewer}\",\"./{viewer_wasm}\");\
         const [visit]=performance.getEntriesByType(\"navigation\"),\
         isQuick=!navigator.connection?.saveData&&visit?.responseEnd-visit?.requestStart<{QUICK_MS};\
         {READER_SCRIPT}\
         let begin=()=>{{begin=()=>{{}};\
         const wasm=fetch(file(\"./{wasm}\"));\
         link(\"modulepreload\",\"./{glue}\",{{integrity:\"{integrity}\"}});\
         if(messages)fetch(file(messages)).then((answer)=>answer.text()).catch(()=>{{}});\
         const styled=document.querySelector(\"link[href$=\\\"{later}\\\"]\")||new Promise((done)=>{{\
         const it=link(\"stylesheet\",\"./{later}\");it.onload=it.onerror=done;setTimeout(done,3000)}});\
         Promise.all([import(\"./{glue}\"),styled]).then(([app])=>app.default({{module_or_path:wasm}}))\
         .catch((error)=>console.warn(\"Nashra stays a plain page:\",error))}};\
         const start=report?()=>openReport().then(firstPage).catch(()=>{{}}).then(()=>begin()):()=>begin();\
         if(document.readyState===\"complete\"||report&&isQuick)start();\
         else addEventListener(\"load\",start,{{once:true}});\
         if(report||document.readyState!==\"complete\")setTimeout(()=>begin(),3000);\
         if(!document.querySelector(\"style\")?.sheet)link(\"stylesheet\",\"./{style}\");"
    )
}

/// Opens the viewer of a published report, before the app.
const READER_SCRIPT: &str = include_str!("assets/reader.js");
/// A page that is here within this many milliseconds of being asked for came over a quick line.
const QUICK_MS: u32 = 150;
/// Shows what a search found in the page that a hit leads to: fetched when an address asks for it.
const MARKS_SCRIPT: &str = include_str!("assets/marks.js");
/// The way to the search index, which nothing asks for before a search.
const SEARCH_SCRIPT: &str =
    "root.nashraLoadSearch=(language)=>import(`../pagefind/${language}/pagefind.js`);";

/// Loads `marks`: at once for an address that asks for it, else when a search has found something.
fn marks_script(marks: &str) -> String {
    format!(
        "root.nashraLoadMarks=()=>import(\"./{marks}\");\
         if(location.hash.startsWith(\"#mark=\"))root.nashraLoadMarks();"
    )
}

struct Writer<'a> {
    prefix: &'a str,
    output: &'a Output,
    waiting: RefCell<Vec<Waiting<'static>>>,
}

impl Writer<'_> {
    /// A module that the app asks for by itself: its JavaScript and its WebAssembly. `missing` is what to say where there is none.
    fn module(
        &self,
        app: &Path,
        name: &str,
        missing: &'static str,
    ) -> Result<[Asset; 2], PressError> {
        let code = read(&app.join(format!("nashra-{name}.js"))).map_err(|_| PressError::NoApp {
            path: app.to_owned(),
            missing,
        })?;
        let wasm = read(&app.join(format!("nashra-{name}_bg.wasm")))?;
        Ok([
            self.hashed(&format!("{name}.js"), code),
            self.hashed(&format!("{name}.wasm"), wasm),
        ])
    }

    fn hashed(&self, name: &str, bytes: impl Into<Vec<u8>>) -> Asset {
        let bytes = bytes.into();
        let hash = hex(&Sha256::digest(&bytes)[..6]);
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
        let path = format!("assets/{stem}-{hash}.{extension}");
        let asset = Asset {
            path: [self.prefix, &path].concat(),
            integrity: format!("sha384-{}", STANDARD.encode(Sha384::digest(&bytes))),
        };
        self.waiting.borrow_mut().push(Waiting {
            path,
            bytes: bytes.into(),
        });
        asset
    }

    /// Where all assets stand.
    fn paths(&self) -> Vec<String> {
        let files = self.waiting.borrow();
        let paths = files.iter();
        paths
            .map(|file| [self.prefix, &file.path].concat())
            .collect()
    }

    /// Changes with the content of any asset, which is in its name.
    fn digest(&self) -> String {
        let files = self.waiting.borrow();
        let mut paths: Vec<&[u8]> = files.iter().map(|file| file.path.as_bytes()).collect();
        paths.sort_unstable();
        format!("{:016x}", Key::of(&paths).0 >> 64)
    }

    /// The style sheet as it stands in pages, with its fonts under hashed names.
    fn style(&self, app: &Path, css: &Path) -> Result<(String, Vec<Font>), PressError> {
        let mut text = String::from_utf8_lossy(&read(css)?).into_owned();
        let folder = app.join("fonts");
        let mut first = Vec::new();
        for entry in fs::read_dir(&folder).map_err(io(&folder))? {
            let path = entry.map_err(io(&folder))?.path();
            let name = file_name(&path.to_string_lossy()).to_owned();
            if !name.ends_with(".woff2") {
                continue;
            }
            let font = self.hashed(&name, read(&path)?);
            text = text.replace(&["fonts/", &name].concat(), &font.path);
            first.extend(Font::new(&name, &font.path));
        }
        first.sort();
        Ok((text.trim().to_owned(), first))
    }
}

/// The classes that a sheet styles and the first one does not: what only its rooms have. A rule of theirs may name what stands on every
/// page, and no page waits for a sheet on that account.
fn own_classes(later: &str, first: &str) -> HashSet<String> {
    let common = classes(first);
    let mut own = classes(later);
    own.retain(|class| !common.contains(class));
    own
}

/// The classes that the selectors of a minified sheet begin with.
fn classes(css: &str) -> HashSet<String> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let beginnings = css.split(['{', '}', ',']);
    let names = beginnings
        .filter_map(|selector| selector.strip_prefix('.'))
        .filter_map(|rest| rest.split(|c| !is_part(c)).next());
    let names = names.filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()));
    names.map(str::to_owned).collect()
}

fn find(
    folder: &Path,
    prefix: &str,
    suffix: &str,
    missing: &'static str,
) -> Result<PathBuf, PressError> {
    let no_app = || PressError::NoApp {
        path: folder.to_owned(),
        missing,
    };
    let entries = fs::read_dir(folder).map_err(|_| no_app())?;
    entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| {
            let name = file_name(&path.to_string_lossy()).to_owned();
            name.starts_with(prefix) && name.ends_with(suffix)
        })
        .ok_or_else(no_app)
}

fn read(path: &Path) -> Result<Vec<u8>, PressError> {
    fs::read(path).map_err(io(path))
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::{classes, own_classes};

    #[test]
    fn rooms_are_known_by_how_their_selectors_begin() {
        let css =
            "@layer components{.a>.b:hover,.c-d .e{margin:0,.5rem}@media (width>1px){.f[g]{}}}";
        let mut found: Vec<String> = classes(css).into_iter().collect();
        found.sort();
        assert_eq!(found, ["a", "c-d", "f"]);
    }

    #[test]
    fn a_rule_that_names_what_every_page_has_makes_no_page_wait() {
        let later = ".viewer{margin:0}.foot,.viewer-bar{display:none}";
        let own = own_classes(later, ".foot{padding:0}");
        let mut own: Vec<String> = own.into_iter().collect();
        own.sort();
        assert_eq!(own, ["viewer", "viewer-bar"]);
    }
}
