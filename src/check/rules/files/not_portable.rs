//! Names are those that every system can have: the folder is copied from one to another.

use crate::check::prelude::*;
use crate::load::NotPortable;

rule! {
    for NotPortable [found] = W0017 "名字在别的电脑上用不了" Warning;
    zh { match found {
        NotPortable::Device => "这个名字是 Windows 留给设备用的，拷到 Windows 电脑上打不开".into(),
        NotPortable::Ending => "名字以点或空格结尾，拷到 Windows 电脑上会丢掉末尾，或打不开".into(),
        NotPortable::Character(it) => {
            format!("名字里有“{}”，Windows 电脑上不能用", it.escape_debug())
        }
    } }
    { Some(match found {
        NotPortable::Device => "换一个名字，例如在前面加几个字",
        NotPortable::Ending => "改名，删去末尾的点和空格",
        NotPortable::Character(_) => "改名，去掉这个字符，或换成全角的",
    }.to_owned()) };
    en { match found {
        NotPortable::Device => "Windows keeps this name for a device and cannot open it".into(),
        NotPortable::Ending => "the name ends in a dot or a space, which Windows drops".into(),
        NotPortable::Character(it) => {
            format!("the name has “{}”, which Windows refuses", it.escape_debug())
        }
    } }
    { Some(match found {
        NotPortable::Device => "choose another name, with a word before it for instance",
        NotPortable::Ending => "rename it without the dots and spaces at its end",
        NotPortable::Character(_) => "rename it without the character, or with a full-width one",
    }.to_owned()) };
}
