//! Layouts and fonts of two states.

use std::sync::Arc;

use crate::cli::Context;
use crate::publish;
use crate::review::{Ended, Review};
use crate::typeset::{Assets, Fonts};

/// Those of the old state and of the new one, which may be the same; none where no page is to
/// be laid out.
pub fn assets(context: &Context, review: &Review) -> Option<[Arc<Assets>; 2]> {
    let states = review.states.as_ref().filter(|_| review.has_pages())?;
    let [old, new] = states.each_ref().map(|state| fonts(context, state));
    let told = if new.ignored.is_empty() { &old } else { &new };
    context.tell_ignored(told);
    let hash = |state: &Ended, fonts| publish::shared(&state.project.layouts, fonts);
    let is_same = hash(&states[0], &old) == hash(&states[1], &new);
    let assets = |at: usize, fonts: Fonts| {
        Arc::new(Assets::with_fonts(
            &states[at].project.layouts,
            Arc::new(fonts),
        ))
    };
    let new = assets(1, new);
    Some(match is_same {
        true => [Arc::clone(&new), new],
        false => [assets(0, old), new],
    })
}

fn fonts(context: &Context, state: &Ended) -> Fonts {
    Fonts::of_workspace(&state.project.workspace.files, &context.font_paths)
}
