//! wasm-bindgen's scripts, without what they hold for people: indentation and comments are a tenth of what a reader downloads of them.
//! It refuses to touch scripts of our own.

use std::path::Path;

use crate::error::XtaskError;
use crate::stamp;

/// Makes the scripts beside the modules of `dist` small.
pub(crate) fn minify(dist: &Path) -> Result<(), XtaskError> {
    for file in stamp::files_below(dist)? {
        let name = file.to_string_lossy();
        let Some(script) = name.strip_suffix("_bg.wasm") else {
            continue;
        };
        let script = Path::new(script).with_extension("js");
        if script.is_file() {
            let text = std::fs::read_to_string(&script).map_err(XtaskError::io(&script))?;
            let small =
                minifier::js::minify(&text).map_err(|error| XtaskError::shape(&script, error))?;
            stamp::write_file(&script, small.to_string().as_bytes())?;
        }
    }
    Ok(())
}
