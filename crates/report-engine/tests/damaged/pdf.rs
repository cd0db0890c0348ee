//! PDFs by hand, for what no producer would write. It never checks what it is given.

/// Object bodies from number 1 on as a file with a right cross-reference table; object 1 is the catalog.
pub(crate) fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (index, body) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend_from_slice(format!("{} 0 obj\n", index + 1).as_bytes());
        out.extend_from_slice(body);
        out.extend_from_slice(b"\nendobj\n");
    }
    let xref = out.len();
    out.extend_from_slice(
        format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).as_bytes(),
    );
    for place in places {
        out.extend_from_slice(format!("{place:010} 00000 n \n").as_bytes());
    }
    let size = objects.len() + 1;
    out.extend_from_slice(
        format!("trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{xref}\n%%EOF\n").as_bytes(),
    );
    out
}

/// A stream object; `entries` go into its dictionary.
pub(crate) fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    let mut out = format!("<<{entries}/Length {}>>\nstream\n", data.len()).into_bytes();
    out.extend_from_slice(data);
    out.extend_from_slice(b"\nendstream");
    out
}

/// A file of one page: its entries, its content, and objects from number 5 on.
pub(crate) fn one_page(entries: &str, content: Vec<u8>, more: &[Vec<u8>]) -> Vec<u8> {
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 200 200]>>".to_vec(),
        format!("<</Type/Page/Parent 2 0 R/Contents 4 0 R{entries}>>").into_bytes(),
        content,
    ];
    objects.extend_from_slice(more);
    file(&objects)
}

/// One zlib stream of `n` times the same byte, a thousandth as long. Made of one packed block, repeated: packing
/// it all would take longer than reading it.
pub(crate) fn deflated_run(byte: u8, n: usize) -> Vec<u8> {
    const BLOCK: usize = 1 << 20;
    let mut packer = flate2::Compress::new(flate2::Compression::best(), false);
    let mut block = Vec::with_capacity(BLOCK);
    // A full flush ends on a whole byte and looks back at nothing before it, so that blocks can follow each other.
    let packed = packer.compress_vec(&vec![byte; BLOCK], &mut block, flate2::FlushCompress::Full);
    assert!(packed.is_ok() && block.len() < BLOCK / 100);
    let n_blocks = n / BLOCK;
    let mut out = vec![0x78, 0xDA];
    for _ in 0..n_blocks {
        out.extend_from_slice(&block);
    }
    out.extend_from_slice(&[0x03, 0x00]);
    out.extend_from_slice(&adler_of_run(byte, n_blocks * BLOCK).to_be_bytes());
    out
}

/// Adler-32 (RFC 1950, 9) of `n` times the same byte.
fn adler_of_run(byte: u8, n: usize) -> u32 {
    let (byte, n) = (u128::from(byte), n as u128);
    let low = (1 + n * byte) % 65_521;
    let high = (n + byte * (n * (n + 1) / 2)) % 65_521;
    (high * 65_536 + low) as u32
}
