//! What a workspace begins with: from flags, asked, or the days of the notice.

use chrono::NaiveDate;
use clap::ArgMatches;

use crate::cli::exit::Stop;
use crate::cli::terminal::Terminal;
use crate::cli::words::Words;

/// What a workspace begins with.
pub struct Answers {
    /// Name of the round.
    pub name: String,
    /// 排查前基准日, 联系查找结束日, 填表日期.
    pub days: [NaiveDate; 3],
    /// Name of the organisation above the branches; none where there are only these.
    pub organisation: Option<String>,
    /// Names of the branches.
    pub branches: Vec<String>,
    /// Whether a day is that of the notice, which nobody has said.
    pub is_of_notice: bool,
}

/// The days of the notice 会政办发〔2016〕34号.
const NOTICE: [(i32, u32, u32); 3] = [(2016, 3, 15), (2016, 4, 15), (2016, 4, 20)];

impl Answers {
    /// Takes the flags; what they leave open is asked on a terminal.
    pub fn of(matches: &ArgMatches, words: &Words, terminal: &Terminal) -> Result<Self, Stop> {
        let text = |name: &str| matches.get_one::<String>(name).cloned();
        let flags = ["baseline", "search-end", "filled-on"];
        let given = flags.map(|flag| matches.get_one::<NaiveDate>(flag).copied());
        let branches: Option<Vec<String>> = matches
            .get_many("branch")
            .map(|names| names.cloned().collect());
        let asks = terminal.is_asking();
        let ask = |question: &str, usual: &str| -> Result<String, Stop> {
            let answer = terminal.asked(&words.question(question, usual))?;
            let answer = answer.filter(|answer| !answer.is_empty());
            Ok(answer.unwrap_or_else(|| usual.to_owned()))
        };
        let name = match text("name") {
            Some(name) => name,
            None => ask(words.init_name(), "党员组织关系集中排查")?,
        };
        let mut days = NOTICE.map(|(year, month, day)| {
            NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
        });
        let questions = [
            words.init_baseline(),
            words.init_search_end(),
            words.init_filled_on(),
        ];
        let mut is_of_notice = false;
        for (index, day) in days.iter_mut().enumerate() {
            match given[index] {
                Some(given) => *day = given,
                None if asks => *day = asked_day(&ask, questions[index], *day, words, terminal)?,
                None => is_of_notice = true,
            }
        }
        let has_units = text("org").is_some() || branches.is_some();
        let organisation = match text("org") {
            None if !has_units => Some(ask(words.init_org(), "本单位党组织")?),
            given => given,
        };
        let branches = match branches {
            Some(branches) => branches,
            None => {
                let answer = ask(words.init_branches(), "第一党支部")?;
                let names = answer.split(['、', '，', ',', '；', ' ']).map(str::trim);
                names
                    .filter(|name| !name.is_empty())
                    .map(str::to_owned)
                    .collect()
            }
        };
        Ok(Self {
            name,
            days,
            organisation,
            branches,
            is_of_notice,
        })
    }
}

/// Asks for a day until one is given.
fn asked_day(
    ask: &dyn Fn(&str, &str) -> Result<String, Stop>,
    question: &str,
    usual: NaiveDate,
    words: &Words,
    terminal: &Terminal,
) -> Result<NaiveDate, Stop> {
    use crate::model::value::Scalar as _;
    loop {
        let answer = ask(question, &usual.to_string())?;
        match NaiveDate::read(&answer) {
            Ok(day) => return Ok(day),
            Err(_) => terminal.message(&words.no_day(&answer)),
        }
    }
}
