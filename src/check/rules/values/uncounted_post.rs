//! 党内职务: what counts as neither 书记 nor 副书记、委员 in 附件6 of the notice
//! 会政办发〔2016〕34号, and is not known to be a post outside the Party, is told.

use crate::check::prelude::*;
use crate::derive::posts::uncounted;

rule! {
    /// A post that counts as none.
    UncountedPost {
        /// The post as written.
        post: String,
    } = N0412 "没有计入党内职务" Notice, waivable, member;
    zh "“{post}”没有算作书记，也没有算作副书记、委员"
       "照任职文件写全称，例如 支部书记、支部副书记、组织委员；确实都不是的，不用改，不是党内职务的删去";
    en "“{post}” counts neither as 书记 nor as 副书记、委员"
       "give the whole name, as 支部书记, 支部副书记, 组织委员; if it is none of these nothing need be done, and a post outside the Party may be dropped";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let posts = case.member.posts.iter().chain(&case.member.former_posts);
    for value in posts.filter(|value| value.get().is_some()) {
        for post in uncounted(&value.text) {
            let post = post.to_owned();
            found.push(case.finding(UncountedPost { post }, value));
        }
    }
}
