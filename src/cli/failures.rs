//! What the machine refuses, in words.

use std::io::ErrorKind as IoKind;

use super::words::Words;
use crate::publish::{Held, Obstacle, Refused};
use crate::settle::Changed;

impl Words {
    /// What the machine refused, in its own words where there are no better ones.
    pub fn machine(&self, error: &std::io::Error) -> String {
        let inner = error.get_ref();
        if let Some(Changed { unit }) = inner.and_then(|inner| inner.downcast_ref()) {
            return self.changed(unit);
        }
        if let Some(Refused { path, obstacle }) = inner.and_then(|inner| inner.downcast_ref()) {
            let path = path.to_string_lossy();
            return match obstacle {
                Obstacle::Outside => self.outside_out(&path),
                Obstacle::Link => self.link_in_out(&path),
                Obstacle::NotFolder => self.no_folder(&path),
                Obstacle::Folder => self.no_file(&path),
                Obstacle::NotFile => self.no_plain_file(&path),
                Obstacle::Foreign => self.foreign(&path),
                Obstacle::Gone => self.gone(&path),
            };
        }
        if let Some(Held { by }) = inner.and_then(|inner| inner.downcast_ref()) {
            return self.held(by);
        }
        self.error(&self.system(error.kind(), &error.to_string()))
    }

    /// What the system says of a failure, in Chinese where it is a usual one; what stands
    /// around it stays. Failures that the program finds by itself have no number.
    fn system(&self, kind: IoKind, text: &str) -> String {
        let number = text.rsplit_once(" (os error ").and_then(|(_, rest)| {
            let (number, _) = rest.split_once(')')?;
            number.parse().ok()
        });
        let system = number.map(std::io::Error::from_raw_os_error);
        let system = system.unwrap_or_else(|| kind.into());
        let usual = match system.kind() {
            IoKind::NotFound => "没有这个文件或文件夹",
            IoKind::PermissionDenied => "没有权限；改好它的权限再做",
            IoKind::StorageFull => "磁盘满了",
            IoKind::QuotaExceeded => "磁盘配额用完了",
            IoKind::ReadOnlyFilesystem => "这里的文件系统只能读，不能写",
            IoKind::AlreadyExists => "已经有了",
            IoKind::NotADirectory => "路径中有一处不是文件夹",
            IoKind::IsADirectory => "是文件夹，不是文件",
            IoKind::DirectoryNotEmpty => "文件夹里还有东西",
            IoKind::InvalidFilename => "名称太长，或系统不许这样命名",
            IoKind::FileTooLarge => "文件太大",
            IoKind::ResourceBusy | IoKind::ExecutableFileBusy => "正被别的程序占用",
            _ => return text.to_owned(),
        };
        let system = system.to_string();
        let bare = system.split(" (os error ").next().unwrap_or_default();
        text.replace(&system, self.lang.pick(usual, bare))
    }
}
