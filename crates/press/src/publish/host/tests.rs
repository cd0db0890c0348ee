use std::collections::BTreeMap;

use super::{Host, caddy, headers, nginx, redirect_lines, type_of};

#[test]
fn says_the_same_to_every_host() {
    let redirects = BTreeMap::from([("/news/old".to_owned(), "/news/en/releases/a/".to_owned())]);
    let host = Host {
        prefix: "/news/",
        policy: "default-src 'none'",
        embed_policy: "frame-ancestors *",
        embeds: &["ar/embed/".to_owned()],
        folder: "/srv/a \"site\"",
        redirects: &redirects,
    };
    for text in [
        headers(&host),
        nginx::configuration(&host),
        caddy::configuration(&host),
    ] {
        for needed in [
            "default-src 'none'",
            "immutable",
            "no-cache",
            "nosniff",
            "frame-ancestors *",
            "ar/embed/",
            "Access-Control-Allow-Origin",
            "/news/",
        ] {
            assert!(text.contains(needed), "{needed}: {text}");
        }
    }
    assert_eq!(
        redirect_lines(&host),
        "/news/old /news/en/releases/a/ 301\n"
    );
    let nginx = nginx::configuration(&host);
    assert!(
        nginx.contains(r#"alias "/srv/a \"site\"/assets/";"#),
        "{nginx}"
    );
    assert!(nginx.contains(r#"location = "/news/old" { return 301 "/news/en/releases/a/"; }"#));
}

#[test]
fn knows_types_by_name() {
    let check = |path: &str, expect| assert_eq!(type_of(path), expect, "{path}");
    check("en/index.html", Some("text/html; charset=utf-8"));
    check("en/app.webmanifest", Some("application/manifest+json"));
    check("LICENSE", None);
}
