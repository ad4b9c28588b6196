//! The ends of names of YAML files.

/// The name under which a file is read that ends in `.yaml` or `.yml`, in letters of any
/// size: they mean the same, so `.yaml` it is.
pub fn usual(name: &str) -> Option<String> {
    let (stem, ending) = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty())?;
    let is_yaml = ["yaml", "yml"]
        .iter()
        .any(|it| ending.eq_ignore_ascii_case(it));
    is_yaml.then(|| format!("{stem}.yaml"))
}

/// The name of a file that is meant as a YAML file, as it would be read: `.yml` and the
/// like, or what Notepad makes of it, `.yaml.txt`.
pub fn renamed(name: &str) -> Option<String> {
    let inner = || {
        let (stem, ending) = name.rsplit_once('.')?;
        let is_text = ["txt", "text"]
            .iter()
            .any(|it| ending.eq_ignore_ascii_case(it));
        is_text.then(|| renamed(stem))?
    };
    usual(name).or_else(inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_they_are_meant() {
        for (name, read, meant) in [
            ("张三.yaml", Some("张三.yaml"), Some("张三.yaml")),
            ("张三.yml", Some("张三.yaml"), Some("张三.yaml")),
            ("张.三.YAML", Some("张.三.yaml"), Some("张.三.yaml")),
            ("张三.yaml.txt", None, Some("张三.yaml")),
            ("张三.Yml.TXT.txt", None, Some("张三.yaml")),
            ("张三.txt", None, None),
            (".yaml", None, None),
            ("yaml", None, None),
        ] {
            assert_eq!(
                (usual(name).as_deref(), renamed(name).as_deref()),
                (read, meant)
            );
        }
    }
}
