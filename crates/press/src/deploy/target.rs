//! Where a publication goes: an object store by its address, with credentials from the environment, or a folder.
//!
//! It refuses to send credentials over an unencrypted connection to another machine, and to deploy a folder into itself.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey};
use object_store::azure::{AzureConfigKey, MicrosoftAzureBuilder};
use object_store::gcp::{GoogleCloudStorageBuilder, GoogleConfigKey};
use object_store::local::LocalFileSystem;
use object_store::memory::InMemory;
use object_store::prefix::PrefixStore;
use object_store::{
    BackoffConfig, ClientConfigKey, ObjectStore, ObjectStoreScheme, Result as StoreResult,
    RetryConfig,
};
use url::{Host, Url};

use super::headers::Encoding;
use super::{Options, record};
use crate::error::{PressError, io};

/// A large file over a slow line takes its time; the default of half a minute would be too short.
const REQUEST_TIMEOUT: &str = "10 minutes";
/// Signatures do not live much longer.
const RETRY_TIMEOUT: Duration = Duration::from_secs(4 * 60);

type Store = PrefixStore<Arc<dyn ObjectStore>>;

/// An open store, below its prefix.
pub(super) struct Target {
    url: String,
    pub(super) store: Store,
    encoding: Encoding,
    keeps_headers: bool,
}

impl Target {
    /// Opens the store that `options` name; nothing is asked of it yet.
    pub(super) fn open(options: &Options) -> Result<Self, PressError> {
        let bad = |why: &str| PressError::BadTarget {
            url: options.to.clone(),
            why: why.to_owned(),
        };
        let url = Url::parse(&options.to).map_err(|_| bad(KINDS))?;
        let (scheme, prefix) = ObjectStoreScheme::parse(&url).map_err(|_| bad(KINDS))?;
        let is_folder = scheme == ObjectStoreScheme::Local;
        let encoding = match (options.encoding, is_folder) {
            (None, false) => Encoding::None,
            (None, true) => Encoding::Copies,
            (Some(Encoding::Br | Encoding::Gzip), true) => {
                return Err(bad(
                    "a folder keeps no Content-Encoding; --encoding none or copies",
                ));
            }
            (Some(Encoding::Copies), false) => {
                return Err(bad(
                    "an object store chooses no copy by who asks; --encoding none, br or gzip",
                ));
            }
            (Some(encoding), _) => encoding,
        };
        let (store, prefix) = match scheme {
            ObjectStoreScheme::Local => {
                let folder = url.to_file_path().map_err(|()| bad(KINDS))?;
                (folder_store(&folder, options)?, Default::default())
            }
            ObjectStoreScheme::AmazonS3
            | ObjectStoreScheme::GoogleCloudStorage
            | ObjectStoreScheme::MicrosoftAzure => (cloud_store(&scheme, options)?, prefix),
            _ => return Err(bad(KINDS)),
        };
        Ok(Self {
            url: options.to.trim_end_matches('/').to_owned(),
            store: PrefixStore::new(store, prefix),
            encoding,
            keeps_headers: !is_folder,
        })
    }

    /// How files are stored that have compressed copies.
    pub(super) fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Whether objects keep headers, and their fingerprint among them.
    pub(super) fn keeps_headers(&self) -> bool {
        self.keeps_headers
    }

    /// What the store said of an object, or of itself.
    pub(super) fn error(&self, path: &str) -> impl FnOnce(object_store::Error) -> PressError {
        let place = [&self.url, "/", path].concat();
        move |cause| PressError::Store {
            place,
            cause: Box::new(cause),
        }
    }
}

const KINDS: &str =
    "a target is s3://bucket/prefix, gs://bucket/prefix, az://container/prefix or file:///folder";

fn folder_store(folder: &Path, options: &Options) -> Result<Arc<dyn ObjectStore>, PressError> {
    let is_within = |inner: &Path, outer: &Path| real(inner).starts_with(real(outer));
    if is_within(folder, &options.site) || is_within(&options.site, folder) {
        return Err(PressError::BadTarget {
            url: options.to.clone(),
            why: "that is the publication itself; name a folder beside it".to_owned(),
        });
    }
    if options.is_dry_run && !folder.exists() {
        return Ok(Arc::new(InMemory::new()));
    }
    std::fs::create_dir_all(folder).map_err(io(folder))?;
    let store = LocalFileSystem::new_with_prefix(folder).map_err(|cause| PressError::Store {
        place: options.to.clone(),
        cause: Box::new(cause),
    })?;
    Ok(Arc::new(store.with_automatic_cleanup(true)))
}

/// The path without links, as far as it is there.
fn real(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    for above in path.ancestors() {
        if let (Ok(real), Ok(rest)) = (above.canonicalize(), path.strip_prefix(above)) {
            return real.join(rest);
        }
    }
    path
}

fn cloud_store(
    scheme: &ObjectStoreScheme,
    options: &Options,
) -> Result<Arc<dyn ObjectStore>, PressError> {
    // One provider for all connections; whoever comes second finds it there.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let retry = RetryConfig {
        backoff: BackoffConfig::default(),
        max_retries: options.n_retries,
        retry_timeout: RETRY_TIMEOUT,
    };
    let store: StoreResult<Arc<dyn ObjectStore>> = match scheme {
        ObjectStoreScheme::GoogleCloudStorage => {
            let key = GoogleConfigKey::BaseUrl;
            let timeout = GoogleConfigKey::Client(ClientConfigKey::Timeout);
            let http = GoogleConfigKey::Client(ClientConfigKey::AllowHttp);
            let mut builder = GoogleCloudStorageBuilder::from_env()
                .with_url(&options.to)
                .with_retry(retry)
                .with_config(timeout, REQUEST_TIMEOUT);
            if let Some(endpoint) = &options.endpoint {
                builder = builder.with_base_url(endpoint);
            }
            let is_http = is_http(builder.get_config_value(&key), options)?;
            let builder = builder.with_config(http, is_http.to_string());
            builder.build().map(|store| Arc::new(store) as _)
        }
        ObjectStoreScheme::MicrosoftAzure => {
            let timeout = AzureConfigKey::Client(ClientConfigKey::Timeout);
            let mut builder = MicrosoftAzureBuilder::from_env()
                .with_url(&options.to)
                .with_retry(retry)
                .with_config(timeout, REQUEST_TIMEOUT);
            if let Some(endpoint) = &options.endpoint {
                builder = builder.with_endpoint(endpoint.clone());
            }
            let endpoint = builder.get_config_value(&AzureConfigKey::Endpoint);
            let builder = builder.with_allow_http(is_http(endpoint, options)?);
            builder.build().map(|store| Arc::new(store) as _)
        }
        _ => {
            let timeout = AmazonS3ConfigKey::Client(ClientConfigKey::Timeout);
            let mut builder = AmazonS3Builder::from_env()
                .with_url(&options.to)
                .with_retry(retry)
                .with_config(timeout, REQUEST_TIMEOUT);
            if let Some(endpoint) = &options.endpoint {
                builder = builder.with_config(AmazonS3ConfigKey::S3Endpoint, endpoint);
            }
            let of_s3 = builder.get_config_value(&AmazonS3ConfigKey::S3Endpoint);
            let of_all = || builder.get_config_value(&AmazonS3ConfigKey::Endpoint);
            let is_http = is_http(of_s3.or_else(of_all), options)?;
            let builder = builder.with_allow_http(is_http);
            builder.build().map(|store| Arc::new(store) as _)
        }
    };
    store.map_err(|cause| PressError::Store {
        place: options.to.clone(),
        cause: Box::new(cause),
    })
}

/// Whether the store is spoken to without encryption, which only this machine or the user's word allows.
fn is_http(endpoint: Option<String>, options: &Options) -> Result<bool, PressError> {
    let Some(endpoint) = endpoint else {
        return Ok(false);
    };
    let bad = |why: &str| PressError::BadTarget {
        url: endpoint.clone(),
        why: why.to_owned(),
    };
    let url = Url::parse(&endpoint).map_err(|_| bad("an endpoint is https://host:port"))?;
    let is_here = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    match url.scheme() {
        "https" => Ok(false),
        "http" if is_here || options.allows_http => Ok(true),
        "http" => Err(bad(
            "this would send files and signatures unencrypted to another machine; use https, or --allow-http if that network is yours",
        )),
        _ => Err(bad("an endpoint is https://host:port")),
    }
}

/// Where the record stands.
pub(super) fn record_path() -> object_store::path::Path {
    object_store::path::Path::from(record::PATH)
}

#[cfg(test)]
mod tests {
    use super::super::{Encoding, Options};
    use super::{Target, is_http};

    fn options(to: &str) -> Options {
        Options {
            site: std::env::temp_dir().join("nashra-site"),
            to: to.to_owned(),
            encoding: None,
            endpoint: None,
            allows_http: false,
            n_retries: 0,
            grace_days: 30,
            is_dry_run: true,
            now_ms: 0,
        }
    }

    #[test]
    fn refuses_what_would_go_wrong() {
        #[track_caller]
        fn check(to: &str, encoding: Option<Encoding>, expect: &str) {
            let options = Options {
                encoding,
                ..options(to)
            };
            let told = match Target::open(&options) {
                Ok(target) => format!("{:?}", target.encoding()),
                Err(error) => error.to_string(),
            };
            assert!(told.contains(expect), "{to}: {told}");
        }
        let here = std::env::temp_dir().join("nashra-elsewhere");
        let elsewhere = format!("file://{}", here.display());
        check(&elsewhere, None, "Copies");
        check(&elsewhere, Some(Encoding::None), "None");
        check(&elsewhere, Some(Encoding::Br), "keeps no Content-Encoding");
        let itself = std::env::temp_dir().join("nashra-site");
        let itself = format!("file://{}", itself.display());
        check(&itself, None, "publication itself");
        check(&[&itself, "/inside"].concat(), None, "publication itself");
        let above = format!("file://{}", std::env::temp_dir().display());
        check(&above, None, "publication itself");
        check(
            "s3://bucket/news",
            Some(Encoding::Copies),
            "chooses no copy",
        );
        check("s3://bucket/news", Some(Encoding::Br), "Br");
        check("s3://bucket", None, "None");
        for other in [
            "bucket/news",
            "/srv/site",
            "https://example.org/",
            "ftp://a/b",
        ] {
            check(other, None, "a target is s3://");
        }
    }

    #[test]
    fn unencrypted_only_to_this_machine() {
        #[track_caller]
        fn check(endpoint: Option<&str>, allows_http: bool, expect: Option<bool>) {
            let options = Options {
                allows_http,
                ..options("s3://bucket")
            };
            let told = is_http(endpoint.map(str::to_owned), &options).ok();
            assert_eq!(told, expect, "{endpoint:?}");
        }
        check(None, false, Some(false));
        check(Some("https://store.example.org"), false, Some(false));
        check(Some("http://127.0.0.1:9000"), false, Some(true));
        check(Some("http://[::1]:9000"), false, Some(true));
        check(Some("http://localhost:9000"), false, Some(true));
        check(Some("http://10.0.0.7:9000"), false, None);
        check(Some("http://localhost.example.org"), false, None);
        check(Some("http://10.0.0.7:9000"), true, Some(true));
        check(Some("ftp://127.0.0.1"), true, None);
        check(Some("store.example.org"), true, None);
    }
}
