//! The scans of a JPEG, gone through code by code without making dots of them. Decoders
//! draw what they can of a damaged picture; here every code must be one, every block
//! there, and nothing left over (ITU-T T.81, annexes F and G).

use super::blocks::{Band, Run};
use super::huffman::Table;
use super::jpeg::{
    Component, Frame, HUFFMAN_TABLES, Jpeg, QUANTIZATION_TABLES, RESTART_INTERVAL, SCAN,
};

/// No mean of dots is farther from grey, even where coefficients are rounded.
const FARTHEST: i64 = 2048;

/// Whether the scans give every coefficient of the picture to its last bit.
pub fn are_whole(jpeg: &Jpeg<'_>) -> bool {
    let mut walk = Walk {
        frame: &jpeg.frame,
        scale: [None; 4],
        dc: Default::default(),
        ac: Default::default(),
        interval: 0,
        channels: jpeg.frame.channels(),
    };
    let mut parts = jpeg.parts.iter();
    let is_sound = parts.all(|part| {
        let walked = match part.marker {
            QUANTIZATION_TABLES => walk.quantization(part.header),
            HUFFMAN_TABLES => walk.huffman(part.header),
            RESTART_INTERVAL => walk.restart_interval(part.header),
            SCAN => walk.scan(part.header, part.data),
            _ => Some(()),
        };
        walked.is_some()
    });
    let mut given = walk.channels.iter().flat_map(|channel| channel.given);
    is_sound && given.all(|given| given == Some(0))
}

struct Walk<'a> {
    frame: &'a Frame,
    /// What quantization tables multiply the first coefficient by.
    scale: [Option<i64>; 4],
    dc: [Option<Table>; 4],
    ac: [Option<Table>; 4],
    /// Units between two restarts; 0 where there are none.
    interval: usize,
    channels: Vec<Channel>,
}

/// How far a component is known.
struct Channel {
    /// Blocks in a row, with those that fill the last unit.
    columns: usize,
    /// For each block, the coefficients that are not zero, where scans refine them.
    known: Vec<u64>,
    /// For each coefficient, the lowest bit that was given.
    given: [Option<u8>; 64],
    /// The first coefficient of the block before.
    before: i64,
}

/// A component in a scan.
struct Member {
    channel: usize,
    sampling: (usize, usize),
    dc: usize,
    ac: usize,
    scale: i64,
}

impl Frame {
    fn channels(&self) -> Vec<Channel> {
        let (across, down) = self.largest();
        let channel = |component: &Component| {
            let columns = self.width.div_ceil(8 * across) * component.sampling.0;
            let rows = self.height.div_ceil(8 * down) * component.sampling.1;
            let held = if self.is_progressive {
                columns * rows
            } else {
                0
            };
            Channel {
                columns,
                known: vec![0; held],
                given: [None; 64],
                before: 0,
            }
        };
        self.components.iter().map(channel).collect()
    }

    /// The units of a scan: across and down.
    fn units(&self, members: &[Member]) -> (usize, usize) {
        let (across, down) = self.largest();
        match members {
            [one] => (
                (self.width * one.sampling.0).div_ceil(8 * across),
                (self.height * one.sampling.1).div_ceil(8 * down),
            ),
            _ => (
                self.width.div_ceil(8 * across),
                self.height.div_ceil(8 * down),
            ),
        }
    }
}

impl Walk<'_> {
    fn quantization(&mut self, mut tables: &[u8]) -> Option<()> {
        while let Some((head, rest)) = tables.split_first() {
            let wide = 1 + usize::from(head >> 4);
            let (table, rest) = rest.split_at_checked(64 * wide)?;
            let mut steps = table.chunks(wide);
            let is_sound = wide <= 2 && steps.all(|step| step.iter().any(|byte| *byte > 0));
            let first = table[..wide].iter();
            let scale = first.fold(0, |value, byte| value << 8 | i64::from(*byte));
            *self.scale.get_mut(usize::from(head & 15))? = is_sound.then_some(scale);
            is_sound.then_some(())?;
            tables = rest;
        }
        Some(())
    }

    fn huffman(&mut self, mut tables: &[u8]) -> Option<()> {
        while let Some((head, rest)) = tables.split_first() {
            let (counts, rest) = rest.split_first_chunk()?;
            let count = counts.iter().map(|count| usize::from(*count)).sum();
            let (symbols, rest) = rest.split_at_checked(count)?;
            let kind = match head >> 4 {
                0 => &mut self.dc,
                1 => &mut self.ac,
                _ => return None,
            };
            *kind.get_mut(usize::from(head & 15))? = Some(Table::of(counts, symbols)?);
            tables = rest;
        }
        Some(())
    }

    fn restart_interval(&mut self, header: &[u8]) -> Option<()> {
        let interval = u16::from_be_bytes(header.try_into().ok()?);
        self.interval = interval.into();
        Some(())
    }

    fn scan(&mut self, header: &[u8], data: &[u8]) -> Option<()> {
        let (count, rest) = header.split_first()?;
        let (chosen, rest) = rest.split_at_checked(2 * usize::from(*count))?;
        let &[from, to, bits] = rest else {
            return None;
        };
        let members: Option<Vec<Member>> = chosen.chunks(2).map(|of| self.member(of)).collect();
        let members = members.filter(|members| !members.is_empty())?;
        let band = match self.frame.is_progressive {
            true => Band {
                from: from.into(),
                to: to.into(),
                high: bits >> 4,
                low: bits & 15,
            },
            false => Band {
                from: 0,
                to: 63,
                high: 0,
                low: 0,
            },
        };
        members.iter().try_for_each(|one| self.give(one, band))?;
        if self.frame.is_progressive {
            // The first coefficient of several components, or others of one.
            let is_first = band.from == 0 && band.to == 0;
            let is_other = (1..=band.to).contains(&band.from) && members.len() == 1;
            (is_first || is_other).then_some(())?;
        }
        self.units(&members, band, data)
    }

    fn member(&self, chosen: &[u8]) -> Option<Member> {
        let &[id, tables] = chosen else {
            return None;
        };
        let mut components = self.frame.components.iter();
        let channel = components.position(|component| component.id == id)?;
        let component = &self.frame.components[channel];
        Some(Member {
            channel,
            sampling: component.sampling,
            dc: usize::from(tables >> 4),
            ac: usize::from(tables & 15),
            scale: self.scale[component.table]?,
        })
    }

    /// Notes what a scan gives of a component: nothing twice, no bit before a higher one.
    fn give(&mut self, member: &Member, band: Band) -> Option<()> {
        let given = &mut self.channels[member.channel].given;
        let is_refined = band.high > 0;
        let expected = is_refined.then_some(band.high);
        let is_next = band.low <= 13 && (!is_refined || band.low + 1 == band.high);
        (is_next && (band.from == 0 || given[0].is_some())).then_some(())?;
        for given in given.get_mut(band.from..=band.to)? {
            (*given == expected).then_some(())?;
            *given = Some(band.low);
        }
        Some(())
    }

    fn units(&mut self, members: &[Member], band: Band, data: &[u8]) -> Option<()> {
        let (across, down) = self.frame.units(members);
        let is_single = members.len() == 1;
        let mut run = Run::of(data);
        for unit in 0..across * down {
            let is_restart = self.interval > 0 && unit % self.interval == 0;
            if is_restart && unit > 0 {
                run.restart(((unit / self.interval - 1) % 8) as u8)?;
            }
            if is_restart || unit == 0 {
                self.channels.iter_mut().for_each(|one| one.before = 0);
            }
            let (column, row) = (unit % across, unit / across);
            for member in members {
                let (wide, high) = if is_single { (1, 1) } else { member.sampling };
                for block in 0..wide * high {
                    let (x, y) = (column * wide + block % wide, row * high + block / wide);
                    self.block(member, band, &mut run, (x, y))?;
                }
            }
        }
        run.is_over().then_some(())
    }

    fn block(
        &mut self,
        member: &Member,
        band: Band,
        run: &mut Run<'_>,
        (x, y): (usize, usize),
    ) -> Option<()> {
        let channel = &mut self.channels[member.channel];
        let known = channel.known.get_mut(y * channel.columns + x);
        if band.from == 0 && band.high == 0 {
            let table = self.dc.get(member.dc)?.as_ref()?;
            channel.before += run.difference(table)?;
            let mean = (channel.before << band.low) * member.scale;
            (mean.abs() <= FARTHEST + member.scale).then_some(())?;
        } else if band.from == 0 {
            run.refine_first()?;
        }
        if band.to == 0 {
            return Some(());
        }
        let table = self.ac.get(member.ac)?.as_ref()?;
        match known {
            Some(known) if band.high > 0 => run.refinements(table, band, known),
            Some(known) => {
                *known |= run.coefficients(table, band, true)?;
                Some(())
            }
            None => run.coefficients(table, band, false).map(drop),
        }
    }
}
