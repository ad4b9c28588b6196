//! The parts of a review in HTML.

/// What is drawn of an output.
#[derive(Debug)]
pub struct Told {
    pub path: String,
    /// Each mark: the side on which it lies, what it says.
    pub marks: Vec<(String, String)>,
}

impl Told {
    /// How many marks of a side say this.
    pub fn marks_of(&self, side: &str, says: &str) -> usize {
        let own = self.marks.iter();
        own.filter(|mark| mark.0 == side && mark.1 == says).count()
    }
}

/// The outputs of which pages are drawn.
pub fn sections(html: &str) -> Vec<Told> {
    let sections = html.split("<section class=\"output\"").skip(1);
    sections.map(section).collect()
}

fn section(html: &str) -> Told {
    let html = html.split("</section>").next().expect("a section");
    let mut marks = Vec::new();
    for figure in html.split("<figure class=\"").skip(1) {
        let side = &figure[..3];
        for mark in figure.split("<a class=\"mark").skip(1) {
            let says = between(mark, "aria-label=\"", "\"");
            marks.push((side.to_owned(), says.to_owned()));
        }
    }
    Told {
        path: between(html, "<h2>", "</h2>").to_owned(),
        marks,
    }
}

/// What stands between two texts.
pub fn between<'a>(text: &'a str, before: &str, behind: &str) -> &'a str {
    let (_, rest) = text.split_once(before).expect(before);
    rest.split_once(behind).expect(behind).0
}
