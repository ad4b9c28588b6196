//! Handles: the place of a thing in its collection, of each kind a type of its own, so
//! that a member's is never taken for a unit's. Only collections make them.
//!
//! ```
//! use paicha::model::handle::{ById, MemberId, UnitId};
//!
//! let units: ById<UnitId, &str> = ["甲支部", "乙支部"].into_iter().collect();
//! let second = units.find(|name| *name == "乙支部").expect("a unit");
//! assert_eq!(units[second], "乙支部");
//! ```
//!
//! What can't be right does not compile:
//!
//! ```compile_fail,E0277
//! # use paicha::model::handle::{ById, MemberId, UnitId};
//! fn name(units: &ById<UnitId, String>, member: MemberId) -> &str {
//!     &units[member]
//! }
//! ```

use std::marker::PhantomData;
use std::ops::{Index, IndexMut};
use std::slice::Iter;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use sealed::Handle;

mod sealed {
    /// What is a number nowhere but here.
    pub trait Handle: Copy + Send + Sync {
        fn at(place: usize) -> Self;
        fn place(self) -> usize;
    }
}

macro_rules! handles {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        pub struct $name(usize);

        impl Handle for $name {
            fn at(place: usize) -> Self {
                Self(place)
            }

            fn place(self) -> usize {
                self.0
            }
        }
    )*};
}

handles! {
    /// An organisation of the workspace.
    UnitId;
    /// A member within his unit.
    MemberId;
    /// A form of the catalogue.
    FormId;
    /// A form among those about members.
    RegisterId;
    /// A form among the tables.
    TableId;
}

/// Things of one kind, by their handles.
#[derive(Clone, Debug)]
pub struct ById<I, T> {
    items: Vec<T>,
    of: PhantomData<fn() -> I>,
}

impl<I: Handle, T> ById<I, T> {
    /// All handles, in their order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = I> + Clone + use<I, T> {
        (0..self.items.len()).map(I::at)
    }

    /// All things with their handles.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (I, &T)> + Clone {
        let items = self.items.iter().enumerate();
        items.map(|(at, item)| (I::at(at), item))
    }

    /// The things in the order of their handles.
    pub fn values(&self) -> Iter<'_, T> {
        self.items.iter()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// A thing by a handle that may be of another collection.
    pub fn get(&self, id: I) -> Option<&T> {
        self.items.get(id.place())
    }

    /// The first thing that is meant.
    pub fn find(&self, is_it: impl Fn(&T) -> bool) -> Option<I> {
        self.items.iter().position(is_it).map(I::at)
    }

    /// Adds a thing behind all others.
    pub fn push(&mut self, item: T) -> I {
        self.items.push(item);
        I::at(self.items.len() - 1)
    }

    /// Keeps what is meant; other handles than before lead to it.
    pub fn retain(&mut self, is_meant: impl Fn(&T) -> bool) {
        self.items.retain(is_meant);
    }

    /// What is made of each thing, in parallel.
    pub fn par_map<U: Send>(&self, make: impl Fn(I, &T) -> U + Sync) -> ById<I, U>
    where
        T: Sync,
    {
        let items = self.items.par_iter().enumerate();
        let items: Vec<U> = items.map(|(at, item)| make(I::at(at), item)).collect();
        items.into_iter().collect()
    }
}

impl<I, T> Default for ById<I, T> {
    fn default() -> Self {
        [].into_iter().collect()
    }
}

impl<I, T> FromIterator<T> for ById<I, T> {
    fn from_iter<A: IntoIterator<Item = T>>(items: A) -> Self {
        Self {
            items: items.into_iter().collect(),
            of: PhantomData,
        }
    }
}

impl<I: Handle, T> Index<I> for ById<I, T> {
    type Output = T;

    fn index(&self, id: I) -> &T {
        &self.items[id.place()]
    }
}

impl<I: Handle, T> IndexMut<I> for ById<I, T> {
    fn index_mut(&mut self, id: I) -> &mut T {
        &mut self.items[id.place()]
    }
}
