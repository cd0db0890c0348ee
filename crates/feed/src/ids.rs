//! A set of strings that stand in a list elsewhere. Refuses to hold them a second time.
//!
//! Not `HashSet<String>`, which would hold every id twice, and whose code is compiled anew for each type.

use crate::slug::fnv1a;

/// Positions in a list, found by the string that stands there. Positions are given in order, from 0.
#[derive(Default)]
pub(crate) struct IdSet {
    /// A hash table with linear probing: a position plus 1, or 0 where it is free, and the low half of the string's hash,
    /// so that few strings have to be looked at. The length is a power of 2, and at least half of it is free.
    slots: Vec<(u32, u32)>,
    len: usize,
}

impl IdSet {
    /// Whether the string is new; then it belongs to the next position, where the caller must put it.
    #[inline(never)]
    pub(crate) fn insert<'a>(&mut self, id: &str, at: &dyn Fn(usize) -> &'a str) -> bool {
        if self.slots.len() <= self.len * 2 {
            let larger = vec![(0, 0); (self.slots.len() * 2).max(64)];
            for taken in std::mem::replace(&mut self.slots, larger) {
                if taken.0 > 0 {
                    let free = self.find(taken.1, &|_| false);
                    if let Some(slot) = self.slots.get_mut(free) {
                        *slot = taken;
                    }
                }
            }
        }
        let hash = fnv1a(id) as u32;
        let slot = self.find(hash, &|position| at(position) == id);
        match self.slots.get_mut(slot) {
            Some(slot) if slot.0 == 0 => {
                self.len += 1;
                *slot = (self.len as u32, hash);
                true
            }
            _ => false,
        }
    }

    /// The slot of the string with this hash that is the one looked for, or the free one where it belongs.
    fn find(&self, hash: u32, is_it: &dyn Fn(usize) -> bool) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while let Some((taken @ 1.., known)) = self.slots.get(slot) {
            if *known == hash && is_it(*taken as usize - 1) {
                break;
            }
            slot = (slot + 1) & mask;
        }
        slot
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_once() {
        let mut set = IdSet::default();
        let mut list: Vec<String> = Vec::new();
        for round in 0..2 {
            for number in 0..1000 {
                let id = format!("https://news.example.org/{number}");
                let is_new = set.insert(&id, &|index| &list[index]);
                assert_eq!(is_new, round == 0, "{id}");
                if is_new {
                    list.push(id);
                }
            }
        }
        assert_eq!(list.len(), 1000);
    }
}
