//! Layouts and fonts of two states.

use std::sync::Arc;

use crate::cli::Context;
use crate::publish;
use crate::review::State;
use crate::typeset::{Assets, Fonts};

/// Those of the old state and of the new one, which may be the same.
pub fn assets(context: &Context, states: &[State; 2]) -> [Arc<Assets>; 2] {
    let [old, new] = states.each_ref().map(|state| fonts(context, state));
    let hash = |state: &State, fonts| publish::shared(state.layouts(), fonts);
    let is_same = hash(&states[0], &old) == hash(&states[1], &new);
    let assets = |at: usize, fonts: Fonts| {
        Arc::new(Assets::with_fonts(states[at].layouts(), Arc::new(fonts)))
    };
    let new = assets(1, new);
    match is_same {
        true => [Arc::clone(&new), new],
        false => [assets(0, old), new],
    }
}

/// Names fonts that stand in the work tree alone, and so are not those of a state.
pub fn tell_ignored(context: &Context, assets: [&Assets; 2]) {
    let [old, new] = assets.map(Assets::fonts);
    let told = if new.ignored.is_empty() { old } else { new };
    context.tell_ignored(told);
}

fn fonts(context: &Context, state: &State) -> Fonts {
    Fonts::of_workspace(state.files(), &context.font_paths)
}
