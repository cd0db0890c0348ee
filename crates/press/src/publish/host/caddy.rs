//! A file to import into a site block of Caddy 2.

use std::fmt::Write;

use super::{Host, IMMUTABLE, REVALIDATE, SECURITY, TYPES};

pub(super) fn configuration(host: &Host<'_>) -> String {
    let mut out = String::from(
        "# Written by `nashra publish`. Import it into a site block:\n\
         #     news.example.org {\n\
         #         import FOLDER/.nashra/Caddyfile\n\
         #     }\n\n",
    );
    // Formatting into a string does not fail.
    let _ = write(&mut out, host);
    out
}

fn write(out: &mut String, host: &Host<'_>) -> std::fmt::Result {
    let prefix = host.prefix;
    for (from, to) in host.redirects {
        writeln!(out, "redir {from} {to} permanent")?;
    }
    if prefix != "/" {
        writeln!(
            out,
            "redir {} {prefix} permanent",
            prefix.trim_end_matches('/')
        )?;
    }
    writeln!(out, "handle_path {prefix}* {{")?;
    writeln!(out, "    root * {}", quoted(host.folder))?;
    writeln!(out, "    header {{")?;
    for (name, value) in SECURITY {
        writeln!(out, "        {name} {}", quoted(value))?;
    }
    // `?`: where nothing else was said. Without it, it would be said after what is said of assets.
    writeln!(out, "        ?Cache-Control {REVALIDATE}\n    }}")?;
    // A directive of its own: of what is said with `?` in one block, all or nothing is said.
    writeln!(
        out,
        "    header ?Content-Security-Policy {}",
        quoted(host.policy)
    )?;
    let embeds = host.embeds.iter().map(|folder| format!(" /{folder}*"));
    writeln!(out, "    @embed path{}", embeds.collect::<String>())?;
    writeln!(
        out,
        "    header @embed Content-Security-Policy {}",
        quoted(host.embed_policy)
    )?;
    // A missing asset must not be kept for a year.
    writeln!(
        out,
        "    @asset {{\n        path /assets/*\n        file\n    }}"
    )?;
    writeln!(out, "    header @asset Cache-Control {}", quoted(IMMUTABLE))?;
    // One `handle` answers, the first that fits. What is said outside of them comes before or after all, whatever its place here.
    let plain = "respond \"Not found\" 404";
    // What is hidden, and folders of assets.
    writeln!(
        out,
        "    @hidden path_regexp ^/(?:(?:.*/)?\\.|assets/(?:.*/)?$)"
    )?;
    writeln!(out, "    handle @hidden {{\n        {plain}\n    }}")?;
    writeln!(
        out,
        "    @missing_file {{\n        path_regexp [^/]\\.[^./]{{1,5}}$"
    )?;
    writeln!(
        out,
        "        not path *.html *.htm\n        not file\n    }}"
    )?;
    writeln!(out, "    handle @missing_file {{\n        {plain}\n    }}")?;
    writeln!(
        out,
        "    @missing_page {{\n        not file {{path}} {{path}}/index.html\n    }}"
    )?;
    writeln!(
        out,
        "    handle @missing_page {{\n        rewrite * /404.html"
    )?;
    writeln!(
        out,
        "        file_server {{\n            status 404\n            precompressed br gzip\n        }}\n    }}"
    )?;
    // Said of the plain file too, which Caddy leaves out: what keeps answers must know that there are others.
    writeln!(
        out,
        "    @copied file {{path}}.br {{path}}index.html.br\n    header @copied ?Vary Accept-Encoding"
    )?;
    writeln!(out, "    handle {{")?;
    for (name, extension) in TYPES {
        // Late, for Caddy says nothing of types that it does not know, in the place of what was said.
        writeln!(
            out,
            "        @{extension} path *.{extension}\n        header @{extension} {{\n            Content-Type {}\n            defer\n        }}",
            quoted(name)
        )?;
    }
    writeln!(
        out,
        "        file_server {{\n            precompressed br gzip\n        }}\n    }}\n}}"
    )
}

fn quoted(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"");
    ["\"", &text, "\""].concat()
}
