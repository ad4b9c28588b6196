//! An organisation's folder has its twin in `out/`: it is not called what is written there.

use super::told;
use crate::check::prelude::*;

rule! {
    /// A folder with a name under which something is written in `out/`.
    FolderTaken {
        /// The name.
        name: String,
        /// The form that is written under it; none for what the program itself writes.
        form: Option<String>,
    } = E0917 "文件夹与输出重名" Error;
    zh { match form {
            Some(form) => format!("组织的文件夹叫“{name}”，{form} 在 out/ 里也写在这个名称下，两者会混在一起"),
            None => format!("组织的文件夹叫“{name}”，out/ 里这个名称是程序自己用的"),
       } }
       "给文件夹换一个名称，例如组织的简称";
    en { match form {
            Some(form) => format!("the organisation's folder is called “{name}”, as what {form} writes in out/"),
            None => format!("the organisation's folder is called “{name}”, a name that the program uses in out/"),
       } }
       "give the folder another name, as the organisation's short name";
}

/// The finding about a unit's folder.
pub fn about(source: &Source<'_>, unit: UnitId, finding: FolderTaken) -> Diagnostic {
    let file = &source.workspace.units[unit].organisation;
    told(unit, file, finding, Span::default())
}
