//! A file to include in a `server` block of nginx.

use std::fmt::Write;

use super::{CROSS_ORIGIN, Host, IMMUTABLE, REVALIDATE, SECURITY, TYPES};

pub(super) fn configuration(host: &Host<'_>) -> String {
    let mut out = String::from(
        "# Written by `nashra publish`. Include it in a `server` block:\n\
         #     include FOLDER/.nashra/nginx.conf;\n\
         # `brotli_static` is of the module ngx_brotli (Debian: libnginx-mod-http-brotli-static); without it, take the\n\
         # line out: gzip serves all.\n\n",
    );
    // Formatting into a string does not fail.
    let _ = write(&mut out, host);
    out
}

fn write(out: &mut String, host: &Host<'_>) -> std::fmt::Result {
    let prefix = host.prefix;
    let folder = host.folder.trim_end_matches('/');
    writeln!(out, "types {{")?;
    for (name, extension) in TYPES {
        writeln!(out, "    {} {extension};", quoted(name))?;
    }
    writeln!(out, "}}\ndefault_type application/octet-stream;")?;
    writeln!(
        out,
        "gzip_static on;\ngzip_vary on;\nbrotli_static on;\nabsolute_redirect off;\n"
    )?;
    for (from, to) in host.redirects {
        writeln!(
            out,
            "location = {} {{ return 301 {}; }}",
            quoted(from),
            quoted(to)
        )?;
    }
    if prefix != "/" {
        let bare = prefix.trim_end_matches('/');
        writeln!(
            out,
            "location = {} {{ return 301 {}; }}",
            quoted(bare),
            quoted(prefix)
        )?;
    }
    let alias = |path: &str| format!("alias {};", quoted(&[folder, path].concat()));
    writeln!(out, "\n# Names that change with their content.")?;
    writeln!(
        out,
        "location ^~ {} {{",
        quoted(&[prefix, "assets/"].concat())
    )?;
    writeln!(out, "    {}", alias("/assets/"))?;
    common(out, host)?;
    writeln!(out, "    add_header Cache-Control {};", quoted(IMMUTABLE))?;
    writeln!(out, "    error_page 404 403 = @nashra_missing;\n}}")?;
    writeln!(
        out,
        "\n# Nothing hidden, and no page in the place of a missing file."
    )?;
    let pattern = escaped(prefix);
    writeln!(
        out,
        "location ~ {} {{ error_page 404 = @nashra_missing; return 404; }}",
        quoted(&format!(r"^{pattern}(?:.*/)?\."))
    )?;
    let file = quoted(&format!(
        r"^{pattern}(?<nashra_file>.*[^/]\.(?!html?$)[^./]{{1,5}})$"
    ));
    writeln!(out, "location ~ {file} {{")?;
    writeln!(out, "    {}", alias("/$nashra_file"))?;
    common(out, host)?;
    writeln!(out, "    add_header Cache-Control {REVALIDATE} always;")?;
    writeln!(out, "    error_page 404 403 = @nashra_missing;\n}}")?;
    writeln!(out, "\n# What partners embed: any page may frame it.")?;
    for path in host.embeds {
        writeln!(out, "location ^~ {} {{", quoted(&[prefix, path].concat()))?;
        let inside = ["/", path].concat();
        writeln!(out, "    {}\n    index index.html;", alias(&inside))?;
        headers(out, host.embed_policy)?;
        writeln!(out, "    add_header Cache-Control {REVALIDATE} always;")?;
        writeln!(
            out,
            "    error_page 404 403 {};\n}}",
            quoted(&[prefix, "404.html"].concat())
        )?;
    }
    writeln!(out, "\n# Pages.")?;
    writeln!(out, "location {} {{", quoted(prefix))?;
    writeln!(out, "    {}\n    index index.html;", alias("/"))?;
    common(out, host)?;
    writeln!(out, "    add_header Cache-Control {REVALIDATE} always;")?;
    writeln!(
        out,
        "    error_page 404 403 {};\n}}",
        quoted(&[prefix, "404.html"].concat())
    )?;
    writeln!(out, "\nlocation @nashra_missing {{")?;
    writeln!(
        out,
        "    internal;\n    types {{}}\n    default_type \"text/plain; charset=utf-8\";"
    )?;
    writeln!(out, "    add_header Cache-Control {REVALIDATE} always;")?;
    let (name, value) = CROSS_ORIGIN;
    writeln!(out, "    add_header {name} {} always;", quoted(value))?;
    writeln!(out, "    return 404 \"Not found\\n\";\n}}")
}

/// Headers of every answer; nginx inherits none into a block that adds its own.
fn common(out: &mut String, host: &Host<'_>) -> std::fmt::Result {
    headers(out, host.policy)
}

fn headers(out: &mut String, policy: &str) -> std::fmt::Result {
    let policy = ("Content-Security-Policy", policy);
    for (name, value) in [policy].into_iter().chain(SECURITY) {
        writeln!(out, "    add_header {name} {} always;", quoted(value))?;
    }
    Ok(())
}

/// As one word of a configuration. Dollar signs would be variables, and cannot be escaped: percent-encoding does it in paths.
fn quoted(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"");
    ["\"", &text, "\""].concat()
}

/// A path as a regular expression that matches it alone.
fn escaped(path: &str) -> String {
    let mut out = String::new();
    for character in path.chars() {
        if !character.is_ascii_alphanumeric() && !matches!(character, '/' | '-' | '_') {
            out.push('\\');
        }
        out.push(character);
    }
    out
}
