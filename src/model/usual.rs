//! Characters that look like a usual one and are another: machines do not find, sort or
//! print them as the one that is meant. They come with texts copied out of PDF files and
//! old systems.

use std::borrow::Cow;

use unicode_normalization::char::{decompose_canonical, decompose_compatible};

/// Radicals beside the ideograph that each looks like (Unicode, Equivalent_Unified_Ideograph).
const RADICALS: &str = "\
    ⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母\
    ⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑\
    ⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风\
    ⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";

/// Punctuation for vertical lines beside that for level ones.
const VERTICAL: &str = "\
    ︐，︑、︒。︓：︔；︕！︖？︙…︰：︱—︲–︳—︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』";

/// The usual character for one that only looks like it.
pub fn usual(character: char) -> Option<char> {
    let decomposed = |decompose: fn(char, &mut dyn FnMut(char))| {
        let mut last = None;
        decompose(character, &mut |c| last = Some(c));
        last.filter(|last| *last != character)
    };
    match character {
        '\u{2e80}'..='\u{2eff}' => beside(RADICALS, character),
        '\u{2f00}'..='\u{2fdf}' => decomposed(|c, emit| decompose_compatible(c, emit)),
        '\u{fe10}'..='\u{fe19}' | '\u{fe30}'..='\u{fe4f}' => beside(VERTICAL, character),
        '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}' => {
            decomposed(|c, emit| decompose_canonical(c, emit))
        }
        _ => None,
    }
}

/// The text with usual characters for those that only look like them.
pub fn with_usual(text: &str) -> Cow<'_, str> {
    match text.chars().any(|c| usual(c).is_some()) {
        true => Cow::Owned(text.chars().map(|c| usual(c).unwrap_or(c)).collect()),
        false => Cow::Borrowed(text),
    }
}

/// The character behind another in a table of pairs.
fn beside(pairs: &str, character: char) -> Option<char> {
    let mut pairs = pairs.chars();
    while let Some(first) = pairs.next() {
        let second = pairs.next();
        if first == character {
            return second;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_usual_character() {
        for (odd, wanted) in [
            ('\u{2f2d}', '山'),
            ('\u{2f42}', '文'),
            ('\u{2f00}', '一'),
            ('\u{2fd5}', '龠'),
            ('\u{2ea0}', '民'),
            ('\u{2ef0}', '龙'),
            ('\u{2ee2}', '马'),
            ('\u{f9e1}', '李'),
            ('\u{f9dc}', '隆'),
            ('\u{2f804}', '\u{4f60}'),
            ('\u{fe35}', '（'),
        ] {
            assert_eq!(usual(odd), Some(wanted), "{odd}");
            assert_eq!(usual(wanted), None, "{wanted}");
        }
        // Ideographs of their own that stand among those made for compatibility, and what
        // looks like nothing else.
        for own in ['\u{fa0e}', '\u{fa29}', '\u{2e80}', '山', 'a', '，', '·'] {
            assert_eq!(usual(own), None, "{own}");
        }
    }

    #[test]
    fn nothing_usual_is_odd() {
        let pairs = RADICALS.chars().count() + VERTICAL.chars().count();
        assert_eq!(pairs % 2, 0);
        for odd in ('\u{2e80}'..='\u{2fdf}').chain('\u{f900}'..='\u{faff}') {
            let once = usual(odd);
            assert_eq!(once.and_then(usual), None, "{odd}");
        }
        assert_eq!(with_usual("⼭东省⻓清区"), "山东省长清区");
        assert!(matches!(with_usual("山东省"), Cow::Borrowed(_)));
    }
}
