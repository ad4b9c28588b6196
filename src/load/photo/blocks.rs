//! The blocks of a scan, coefficient by coefficient (ITU-T T.81, annexes F and G).

use super::huffman::{Bits, Table};

/// So many coefficients side by side that are not zero, over the end of a block, of bits
/// that are all zero, come of a hole in the file; a picture has gaps between them.
const HOLE: u32 = 63;
/// Bands that are narrower may be full in blocks of plain colour.
const WIDE: usize = 32;

/// The coefficients and bits that a scan gives.
#[derive(Clone, Copy)]
pub struct Band {
    pub from: usize,
    pub to: usize,
    /// The lowest bit given before; 0 where none was.
    pub high: u8,
    pub low: u8,
}

/// What is read of a scan.
pub struct Run<'a> {
    bits: Bits<'a>,
    /// Blocks ahead that have nothing more in the band.
    ends: u32,
    /// Coefficients side by side of bits that are all zero.
    zeros: u32,
}

impl<'a> Run<'a> {
    /// Before the first block.
    pub fn of(data: &'a [u8]) -> Self {
        Self {
            bits: Bits::of(data),
            ends: 0,
            zeros: 0,
        }
    }

    /// Goes over the restart marker of a number.
    pub fn restart(&mut self, number: u8) -> Option<()> {
        self.bits.restart(number)?;
        (self.ends == 0).then_some(())
    }

    /// Whether nothing is left.
    pub fn is_over(&mut self) -> bool {
        self.ends == 0 && self.bits.are_spent()
    }

    /// One more bit of the first coefficient.
    pub fn refine_first(&mut self) -> Option<()> {
        self.bits.take(1).map(drop)
    }

    /// The difference of the first coefficient from that of the block before.
    pub fn difference(&mut self, table: &Table) -> Option<i64> {
        let (size, is_zero) = self.bits.symbol(table)?;
        let value = self.value(size, 11)?;
        if !is_zero || size > 0 && value + (1 << size) != 1 {
            self.zeros = 0;
        }
        Some(value)
    }

    /// A number of so many bits, which are those of a negative one if they begin with 0.
    fn value(&mut self, size: u8, most: u8) -> Option<i64> {
        if size == 0 {
            return Some(0);
        }
        (size <= most).then_some(())?;
        let bits = i64::from(self.bits.take(size.into())?);
        let is_negative = bits < 1 << (size - 1);
        Some(if is_negative {
            bits + 1 - (1 << size)
        } else {
            bits
        })
    }

    /// The coefficients of a block within a band that are given for the first time: the
    /// places of those that are not zero.
    pub fn coefficients(&mut self, table: &Table, band: Band, of_progressive: bool) -> Option<u64> {
        if self.ends > 0 {
            self.ends -= 1;
            return Some(0);
        }
        let (mut at, mut found) = (band.from.max(1), 0);
        while at <= band.to {
            let (symbol, is_zero) = self.bits.symbol(table)?;
            let (skipped, size) = (symbol >> 4, symbol & 15);
            if size == 0 && skipped < 15 {
                (skipped == 0 || of_progressive).then_some(())?;
                self.zeros = 0;
                self.ends = self.end(skipped)? - 1;
                break;
            }
            at += usize::from(skipped);
            if size > 0 {
                let value = self.value(size, 10)?;
                let is_zero = is_zero && value + (1 << size) == 1;
                self.note(is_zero && skipped == 0, band)?;
                (at <= band.to).then_some(())?;
                found |= 1 << at;
            }
            at += 1;
        }
        (at <= band.to + 1).then_some(found)
    }

    /// Notes a coefficient and whether it lies in what may be a hole; none where it does.
    fn note(&mut self, is_zero: bool, band: Band) -> Option<()> {
        let may_be_hole = is_zero && band.to - band.from >= WIDE;
        self.zeros = if may_be_hole { self.zeros + 1 } else { 0 };
        (self.zeros <= HOLE).then_some(())
    }

    /// The number of blocks, from this one on, that have nothing more in the band.
    fn end(&mut self, size: u8) -> Option<u32> {
        let more = if size == 0 {
            0
        } else {
            self.bits.take(size.into())?
        };
        Some((1 << size) + more)
    }

    /// One more bit of the coefficients of a block within a band, and those that are not
    /// zero with it.
    pub fn refinements(&mut self, table: &Table, band: Band, known: &mut u64) -> Option<()> {
        let mut at = band.from;
        if self.ends == 0 {
            while at <= band.to {
                let (symbol, is_zero) = self.bits.symbol(table)?;
                let (mut skipped, size) = (i32::from(symbol >> 4), symbol & 15);
                match size {
                    0 if skipped < 15 => {
                        self.zeros = 0;
                        self.ends = self.end(skipped as u8)?;
                        break;
                    }
                    0 => {}
                    1 => {
                        let is_zero = self.bits.take(1)? == 0 && is_zero;
                        self.note(is_zero && skipped == 0, band)?;
                    }
                    _ => return None,
                }
                loop {
                    (at <= band.to).then_some(())?;
                    if *known >> at & 1 == 1 {
                        self.bits.take(1)?;
                    } else if skipped == 0 {
                        break;
                    } else {
                        skipped -= 1;
                    }
                    at += 1;
                }
                *known |= u64::from(size) << at;
                at += 1;
            }
        }
        if self.ends > 0 {
            for at in at..=band.to {
                if *known >> at & 1 == 1 {
                    self.bits.take(1)?;
                }
            }
            self.ends -= 1;
        }
        Some(())
    }
}
