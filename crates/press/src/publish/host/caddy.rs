//! A file to import into a site block of Caddy 2.

use std::fmt::Write;

use super::{Host, IMMUTABLE, REVALIDATE, SECURITY};

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
    let policy = ("Content-Security-Policy", host.policy);
    for (name, value) in [policy].into_iter().chain(SECURITY) {
        writeln!(out, "        {name} {}", quoted(value))?;
    }
    writeln!(out, "        Cache-Control {REVALIDATE}\n    }}")?;
    writeln!(out, "    @hidden path_regexp ^/(?:.*/)?\\.")?;
    writeln!(out, "    respond @hidden \"Not found\" 404")?;
    // A missing asset must not be kept for a year.
    writeln!(
        out,
        "    @asset {{\n        path /assets/*\n        file\n    }}"
    )?;
    writeln!(out, "    header @asset Cache-Control {}", quoted(IMMUTABLE))?;
    writeln!(
        out,
        "    @missing_file {{\n        path_regexp [^/]\\.[^./]{{1,5}}$"
    )?;
    writeln!(
        out,
        "        not path *.html *.htm\n        not file\n    }}"
    )?;
    writeln!(out, "    respond @missing_file \"Not found\" 404")?;
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
    writeln!(
        out,
        "    file_server {{\n        precompressed br gzip\n    }}\n}}"
    )
}

fn quoted(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"");
    ["\"", &text, "\""].concat()
}
