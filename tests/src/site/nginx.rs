//! The real nginx with the configuration that `nashra publish` wrote, as a child process on a free port. It refuses to add
//! anything to that configuration but what every server needs: a port, and places for its own files.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::server::{Server, free_port};
use crate::HarnessError;

/// Where Debian's packages put them (`cargo xtask setup --tests` installs both).
const PROGRAM: &str = "/usr/sbin/nginx";
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// A running nginx.
pub struct Nginx(Server);

impl Nginx {
    /// Serves the published newsroom in `site`; its own files go into a folder in `folder`, since each engine has an nginx.
    ///
    /// # Errors
    /// `Io` when it does not start, `Timeout` when it does not answer, with what it said in the folder's `start`.
    pub fn start(site: &Path, folder: &Path) -> Result<Self, HarnessError> {
        let io = |path: &Path| HarnessError::io(path.display().to_string());
        let port = free_port()?;
        let folder = &folder.join(port.to_string());
        std::fs::create_dir_all(folder).map_err(io(folder))?;
        let file = folder.join("nginx.conf");
        std::fs::write(&file, configuration(site, folder, port)).map_err(io(&file))?;
        let mut command = Command::new(PROGRAM);
        command
            .arg("-c")
            .arg(&file)
            .arg("-e")
            .arg(folder.join("start"));
        Server::start(&mut command, port, "nginx to answer").map(Self)
    }

    /// `http://127.0.0.1:PORT`, without a path.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.0.url
    }
}

fn configuration(site: &Path, folder: &Path, port: u16) -> String {
    let here = |name: &str| -> PathBuf { folder.join(name) };
    format!(
        "load_module {BROTLI};\ndaemon off;\nmaster_process off;\npid {pid};\nerror_log {log};\nevents {{}}\n\
         http {{\n access_log off;\n client_body_temp_path {t}1; proxy_temp_path {t}2; fastcgi_temp_path {t}3;\n \
         uwsgi_temp_path {t}4; scgi_temp_path {t}5;\n server {{\n  listen 127.0.0.1:{port};\n  include \"{include}\";\n }}\n}}\n",
        pid = here("pid").display(),
        log = here("log").display(),
        t = here("temp").display(),
        include = site.join(".nashra/nginx.conf").display(),
    )
}
