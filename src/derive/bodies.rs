//! Bodies outside the Party, as posts name them (domain: 党内职务).

/// Bodies whose posts are none of the Party.
const OUTSIDE: [&str; 41] = [
    "共青团",
    "团中央",
    "团省委",
    "团市委",
    "团地委",
    "团州委",
    "团县委",
    "团区委",
    "团旗委",
    "团镇委",
    "团乡委",
    "团工委",
    "团委",
    "团总支",
    "团支",
    "少先队",
    "学生会",
    "研究生会",
    "学生联合会",
    "青联",
    "班委",
    "班级",
    "工会",
    "职代会",
    "教代会",
    "妇联",
    "妇代会",
    "妇委会",
    "村委会",
    "村民委员会",
    "村民小组",
    "居委会",
    "居民委员会",
    "业委会",
    "业主委员会",
    "家委会",
    "家长委员会",
    "监督委员会",
    "调解委员会",
    "政协",
    "人大",
];

/// A post that names such a body.
pub struct Outside<'a> {
    /// What stands before the body.
    pub before: &'a str,
    /// What stands behind it of the body's Party organisation, from the word on that names
    /// that.
    pub of_party: Option<&'a str>,
}

/// The first body outside the Party that a post names.
pub fn outside(post: &str) -> Option<Outside<'_>> {
    let bodies = OUTSIDE.iter();
    let found = bodies.filter_map(|body| Some((find(post, body)?, *body)));
    // Of those at one place the longest.
    let (at, body) = found.min_by_key(|(at, body)| (*at, usize::MAX - body.len()))?;
    let behind = &post[at + body.len()..];
    // The league has branches of its own, villages and unions have none but the Party's.
    let own: &[&str] = match is_of_youth(body) {
        true => &["党"],
        false => &["党", "支部", "总支", "支书"],
    };
    let party = own.iter().filter_map(|word| behind.find(word)).min();
    Some(Outside {
        before: &post[..at],
        of_party: party.map(|at| &behind[at..]),
    })
}

/// Whether a text says that there is no post.
pub fn says_nothing(text: &str) -> bool {
    ["", "无", "没有", "否", "—", "-", "/"].contains(&text.trim())
}

fn is_of_youth(body: &str) -> bool {
    body.starts_with('团') || body == "共青团"
}

/// Where a body is named. 集团党委 and 兵团党委 are no bodies of the youth league, nor are the
/// branches of an association or a theatre (社团支部, 剧团支部).
fn find(post: &str, body: &str) -> Option<usize> {
    let is_league = |at: usize| {
        let before = &post[..at];
        let of_troupe = before.ends_with(['社', '剧', '舞', '乐']);
        let of_troupe = of_troupe && matches!(body, "团支" | "团总支");
        !before.ends_with(['集', '兵', '师']) && !of_troupe
    };
    let mut places = post.match_indices(body).map(|(at, _)| at);
    places.find(|at| !body.starts_with('团') || is_league(*at))
}
