//! Where the program remembers what it found out, which it could find out anew.

use std::ffi::OsString;
use std::path::PathBuf;

/// The folder for that, by the custom of the system; none where nothing says where.
pub fn folder(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let below = |name: &str, rest: &str| {
        let folder = PathBuf::from(variable(name)?);
        // What is not absolute would depend on where the program is called.
        folder.is_absolute().then(|| folder.join(rest))
    };
    let home = || match cfg!(target_os = "macos") {
        true => below("HOME", "Library/Caches/paicha"),
        false => below("HOME", ".cache/paicha"),
    };
    match cfg!(windows) {
        true => below("LOCALAPPDATA", "paicha/cache"),
        false => below("XDG_CACHE_HOME", "paicha").or_else(home),
    }
}

#[cfg(all(test, unix, not(target_os = "macos")))]
mod tests {
    use super::*;

    fn of(variables: &[(&str, &str)]) -> Option<PathBuf> {
        folder(|name| {
            let mut variables = variables.iter();
            let found = variables.find(|(known, _)| *known == name);
            found.map(|(_, value)| OsString::from(value))
        })
    }

    #[test]
    fn the_folder_is_where_users_have_such_things() {
        let home = ("HOME", "/home/li");
        let own = Some(PathBuf::from("/home/li/.cache/paicha"));
        assert_eq!(of(&[home]), own);
        assert_eq!(of(&[home, ("XDG_CACHE_HOME", "")]), own);
        assert_eq!(of(&[home, ("XDG_CACHE_HOME", "cache")]), own);
        let named = of(&[home, ("XDG_CACHE_HOME", "/var/li")]);
        assert_eq!(named, Some(PathBuf::from("/var/li/paicha")));
        assert_eq!(of(&[]), None);
    }
}
