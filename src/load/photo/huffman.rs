//! Huffman codes and bits of entropy-coded data (ITU-T T.81, annexes C and F).

/// Codes up to this length are looked up at once.
const SHORT: u32 = 9;

/// A table of codes.
pub struct Table {
    /// Length and symbol by the next bits; length 0 where the code is longer.
    short: Box<[(u8, u8); 1 << SHORT]>,
    /// For each length, the first code that is longer, and what makes a code of this
    /// length the place of its symbol.
    long: [(u32, u32); 17],
    symbols: Vec<u8>,
}

impl Table {
    /// A table of so many codes of each length for these symbols; none where there are
    /// more codes than fit.
    pub fn of(counts: &[u8; 16], symbols: &[u8]) -> Option<Self> {
        let mut table = Self {
            short: Box::new([(0, 0); 1 << SHORT]),
            long: [(0, 0); 17],
            symbols: symbols.to_vec(),
        };
        let (mut code, mut place) = (0u32, 0usize);
        for (length, count) in (1u32..).zip(counts) {
            let first = (code, place);
            for _ in 0..*count {
                let symbol = *symbols.get(place)?;
                if length <= SHORT {
                    let from = (code << (SHORT - length)) as usize;
                    let codes = table.short.get_mut(from..from + (1 << (SHORT - length)))?;
                    codes.fill((length as u8, symbol));
                }
                (code, place) = (code + 1, place + 1);
            }
            // No code may be of ones only.
            if *count > 0 && code >= 1 << length {
                return None;
            }
            table.long[length as usize] = (code, (first.1 as u32).wrapping_sub(first.0));
            code <<= 1;
        }
        Some(table)
    }
}

/// Bits of entropy-coded data up to the next marker.
pub struct Bits<'a> {
    data: &'a [u8],
    buffer: u64,
    count: u32,
}

impl<'a> Bits<'a> {
    pub fn of(data: &'a [u8]) -> Self {
        Self {
            data,
            buffer: 0,
            count: 0,
        }
    }

    fn fill(&mut self) {
        while self.count <= 48 {
            self.data = match self.data {
                [0xFF, 0x00, rest @ ..] => rest,
                [0xFF, ..] | [] => return,
                [_, rest @ ..] => {
                    let byte = self.data[0];
                    self.buffer = self.buffer << 8 | u64::from(byte);
                    self.count += 8;
                    self.data = rest;
                    continue;
                }
            };
            self.buffer = self.buffer << 8 | 0xFF;
            self.count += 8;
        }
    }

    /// The next 16 bits, with zeros behind the last.
    fn ahead(&mut self) -> u32 {
        if self.count < 16 {
            self.fill();
        }
        let bits = match self.count {
            16.. => self.buffer >> (self.count - 16),
            count => self.buffer << (16 - count),
        };
        (bits & 0xFFFF) as u32
    }

    /// Takes so many bits, 16 at most.
    pub fn take(&mut self, count: u32) -> Option<u32> {
        let ahead = self.ahead();
        self.count = self.count.checked_sub(count)?;
        Some(ahead >> (16 - count))
    }

    /// Takes a code: its symbol, and whether the code is of zeros only.
    pub fn symbol(&mut self, table: &Table) -> Option<(u8, bool)> {
        let ahead = self.ahead();
        let (length, symbol) = table.short[(ahead >> (16 - SHORT)) as usize];
        if length > 0 {
            self.count = self.count.checked_sub(u32::from(length))?;
            return Some((symbol, ahead >> (16 - length) == 0));
        }
        for length in SHORT + 1..=16 {
            let code = ahead >> (16 - length);
            let (end, to_place) = table.long[length as usize];
            if code < end {
                self.count = self.count.checked_sub(length)?;
                let place = code.wrapping_add(to_place) as usize;
                return Some((*table.symbols.get(place)?, code == 0));
            }
        }
        None
    }

    /// Takes the restart marker of a number; none where bits are left before it, or
    /// another one or no marker stands there.
    pub fn restart(&mut self, number: u8) -> Option<()> {
        let fill = self.fill_bytes()?;
        let marker = self.data.get(fill).filter(|_| fill > 0)?;
        self.data = &self.data[fill + 1..];
        (self.count, self.buffer) = (0, 0);
        (*marker == 0xD0 + number).then_some(())
    }

    /// Whether nothing is left but what fills the last byte.
    pub fn are_spent(&mut self) -> bool {
        self.fill_bytes() == Some(self.data.len())
    }

    /// The bytes 0xFF ahead; none where bits are left before them.
    fn fill_bytes(&mut self) -> Option<usize> {
        self.fill();
        let fill = self.data.iter().take_while(|byte| **byte == 0xFF).count();
        (self.count < 8).then_some(fill)
    }
}
