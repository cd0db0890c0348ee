//! A line between a browser and a host, as slow as it is told to be. Whatever part of the browser asks passes it: pages, workers, service
//! workers; the browser's own emulation slows the page's requests alone. It refuses to know HTTP.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// How slow a line is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Speed {
    pub(super) round_trip: Duration,
    /// Bits a second towards the browser; shared by all connections.
    pub(super) down: f64,
    /// Bits a second towards the host.
    pub(super) up: f64,
}

/// Slow 4G, as Lighthouse has it.
pub(super) const SLOW_4G: Speed = Speed {
    round_trip: Duration::from_millis(150),
    down: 1_600_000.0,
    up: 750_000.0,
};

/// What goes over the line at once: a packet.
const PACKET: usize = 1460;

/// A line that is open until it is dropped.
pub(super) struct Line {
    address: SocketAddr,
    n_bytes: Arc<AtomicU64>,
    is_over: Arc<AtomicBool>,
}

impl Line {
    /// A line to the host at `http://127.0.0.1:PORT`; without a speed as fast as the machine is.
    pub(super) fn open(host: &str, speed: Option<Speed>) -> std::io::Result<Self> {
        let port = host.rsplit(':').next().and_then(|port| port.parse().ok());
        let host = SocketAddr::from((Ipv4Addr::LOCALHOST, port.unwrap_or_default()));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let line = Self {
            address: listener.local_addr()?,
            n_bytes: Arc::default(),
            is_over: Arc::default(),
        };
        let (n_bytes, is_over) = (line.n_bytes.clone(), line.is_over.clone());
        let [down, up] = [|speed: Speed| speed.down, |speed: Speed| speed.up]
            .map(|of| speed.map(|speed| Arc::new(Road::new(of(speed), speed.round_trip / 2))));
        thread::spawn(move || {
            for browser in listener.incoming().flatten() {
                if is_over.load(Ordering::Relaxed) {
                    return;
                }
                let (down, up) = (down.clone(), up.clone());
                let n_bytes = n_bytes.clone();
                thread::spawn(move || {
                    // A connection takes a round trip before anything is said. What fails ends the connection, as on any line.
                    thread::sleep(speed.map_or(Duration::ZERO, |speed| speed.round_trip));
                    let _ = connect(&browser, host, [down, up], n_bytes);
                });
            }
        });
        Ok(line)
    }

    /// `http://127.0.0.1:PORT`, without a path.
    pub(super) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Bytes that have come to the browser so far.
    pub(super) fn n_bytes(&self) -> u64 {
        self.n_bytes.load(Ordering::Relaxed)
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        // The listener sees it with the next connection.
        let _ = TcpStream::connect(self.address);
    }
}

/// One direction of all connections.
struct Road {
    bits_per_second: f64,
    delay: Duration,
    free_at: Mutex<Instant>,
}

impl Road {
    fn new(bits_per_second: f64, delay: Duration) -> Self {
        Self {
            bits_per_second,
            delay,
            free_at: Mutex::new(Instant::now()),
        }
    }

    /// Waits until these bytes have passed; gives when they arrive.
    fn pass(&self, n_bytes: usize) -> Instant {
        let mut free_at = self.free_at.lock().unwrap_or_else(PoisonError::into_inner);
        let takes = Duration::from_secs_f64(n_bytes as f64 * 8.0 / self.bits_per_second);
        *free_at = (*free_at).max(Instant::now()) + takes;
        let passed = *free_at;
        drop(free_at);
        thread::sleep(passed.saturating_duration_since(Instant::now()));
        passed + self.delay
    }
}

fn connect(
    browser: &TcpStream,
    host: SocketAddr,
    [down, up]: [Option<Arc<Road>>; 2],
    n_bytes: Arc<AtomicU64>,
) -> std::io::Result<()> {
    let server = TcpStream::connect(host)?;
    for end in [browser, &server] {
        end.set_nodelay(true)?;
    }
    let (from_browser, to_server) = (browser.try_clone()?, server.try_clone()?);
    let asking = thread::spawn(move || carry(from_browser, to_server, up, &AtomicU64::new(0)));
    let to_browser = browser.try_clone()?;
    carry(server, to_browser, down, &n_bytes);
    // It ends with the browser's end of the connection.
    let _ = asking.join();
    Ok(())
}

/// Carries what is read until either end is closed.
fn carry(mut from: TcpStream, to: TcpStream, road: Option<Arc<Road>>, n_bytes: &AtomicU64) {
    let (post, letters) = channel::<(Instant, Vec<u8>)>();
    let delivery = thread::spawn(move || deliver(&letters, to));
    let mut buffer = [0; 1 << 16];
    let most = if road.is_some() { PACKET } else { buffer.len() };
    while let Ok(n @ 1..) = from.read(&mut buffer[..most]) {
        let arrives = road.as_ref().map_or_else(Instant::now, |road| road.pass(n));
        n_bytes.fetch_add(n as u64, Ordering::Relaxed);
        if send(&post, arrives, &buffer[..n]).is_none() {
            break;
        }
    }
    drop(post);
    let _ = delivery.join();
    let _ = from.shutdown(Shutdown::Both);
}

fn send(post: &Sender<(Instant, Vec<u8>)>, arrives: Instant, bytes: &[u8]) -> Option<()> {
    post.send((arrives, bytes.to_vec())).ok()
}

fn deliver(letters: &Receiver<(Instant, Vec<u8>)>, mut to: TcpStream) {
    for (arrives, bytes) in letters {
        thread::sleep(arrives.saturating_duration_since(Instant::now()));
        if to.write_all(&bytes).is_err() {
            return;
        }
    }
    let _ = to.shutdown(Shutdown::Write);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A host that says `answer` to each connection once it was asked.
    fn host(answer: &'static [u8]) -> String {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let address = listener.local_addr().expect("an address");
        thread::spawn(move || {
            for mut asked in listener.incoming().flatten() {
                let mut buffer = [0; 16];
                let _ = asked.read(&mut buffer);
                let _ = asked.write_all(answer);
            }
        });
        format!("http://{address}")
    }

    fn ask(line: &Line) -> (Vec<u8>, Duration) {
        let start = Instant::now();
        let mut stream = TcpStream::connect(line.address).expect("the line");
        stream.write_all(b"?").expect("asked");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("answered");
        (answer, start.elapsed())
    }

    #[test]
    fn a_line_carries_every_byte_no_faster_than_it_may() {
        static ANSWER: [u8; 20_000] = [7; 20_000];
        let host = host(&ANSWER);
        let speed = Speed {
            round_trip: Duration::from_millis(100),
            down: 800_000.0,
            up: 800_000.0,
        };
        let line = Line::open(&host, Some(speed)).expect("a line");
        let (answer, took) = ask(&line);
        assert_eq!(answer, ANSWER);
        assert_eq!(line.n_bytes(), 20_000);
        // Two round trips, and 160,000 bits at 800,000 a second.
        assert!(took >= Duration::from_millis(395), "{took:?}");
        let free = Line::open(&host, None).expect("a line");
        let (answer, took_free) = ask(&free);
        assert_eq!(answer, ANSWER);
        assert!(took_free < took);
    }
}
